import type { Verdict } from '@diplomaregister/contract';
import { instant, refuse } from './checks.ts';
import type { ShareSecrets, VerifyOptions } from './options.ts';
import { readShareVerdict } from './read-verdict.ts';
import { Misfit } from './reader.ts';
import { Finding } from './reasons.ts';
import { openRegister, parseJson } from './register.ts';
import { readSecrets } from './share-secrets.ts';

/** Asks the register for its verdict on a share. It is live, and as good as the way to it. */
export async function verifyShare(
  secrets: ShareSecrets,
  options: Omit<VerifyOptions, 'anchors' | 'crypto'>,
): Promise<Verdict> {
  const { now = () => new Date(), signal } = options;
  signal?.throwIfAborted();
  try {
    return await ask(secrets, options);
  } catch (error) {
    signal?.throwIfAborted();
    const reason = error instanceof Finding ? error.reason : 'share-check-unavailable';
    return refuse('share', reason, { checkedAt: instant(now()), trust: 'tls' });
  }
}

async function ask(secrets: ShareSecrets, options: VerifyOptions): Promise<Verdict> {
  const typed = readSecrets(secrets);
  const register = openRegister(options.register, options);
  if (!register.secure) throw new Finding('register-insecure');
  const answer = await register.post('/verifications', typed);
  switch (answer.kind) {
    case 'busy':
      throw new Finding('share-check-busy');
    case 'unavailable':
    case 'unchanged':
      throw new Finding('share-check-unavailable');
    case 'answer':
      return understand(parseJson(answer.content));
  }
}

function understand(content: unknown): Verdict {
  try {
    return readShareVerdict(content);
  } catch (error) {
    if (error instanceof Misfit) throw new Finding('verdict-not-understood');
    throw error;
  }
}
