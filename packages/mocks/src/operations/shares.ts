import type { NewShare, Share, ShareRequest } from '@diplomaregister/contract';
import { answer, invalid, json, problem } from '../answers.ts';
import { randomPin, randomShareCode } from '../crockford.ts';
import { dayInTheNetherlands, instant, shareNow } from '../state.ts';
import type { Call } from './call.ts';
import { once } from './idempotency.ts';
import { page } from './pages.ts';

export function listShares(call: Call): Response {
  const shares = [...call.state.shares.values()].map((stored) => shareNow(stored, call.now()));
  return page(
    shares.sort((left, right) => right.createdAt.localeCompare(left.createdAt)),
    call,
  );
}

export function createShare(call: Call): Promise<Response> {
  return once(call, () => {
    const { now, state, url } = call;
    const request = call.body as ShareRequest;
    const refusal = refuseDay(request.expiresOn, now());
    if (refusal) return refusal;
    const stored = request.diplomaIds.map((id) => state.diplomas.get(id));
    if (!stored.every((each) => each !== undefined)) return problem('not-found');
    if (stored.some(({ diploma }) => diploma.standing === 'withdrawn')) {
      return problem('diploma-withdrawn');
    }
    const share: Share = {
      id: crypto.randomUUID(),
      ...request,
      createdAt: instant(now()),
      state: 'active',
      timesOpened: 0,
    };
    const code = randomShareCode();
    const pin = randomPin();
    state.shares.set(share.id, { share, code, pin, wrongPins: 0 });
    const link = `${new URL(url).origin}/check#${code}`;
    const location = `${url}/shares/${share.id}`;
    return json(201, { share, code, pin, link } satisfies NewShare, { Location: location });
  });
}

export function revokeShare({ path, state }: Call): Response {
  const id = String(path['id']);
  const stored = state.shares.get(id);
  if (!stored) return problem('not-found');
  state.shares.set(id, { ...stored, share: { ...stored.share, state: 'revoked' } });
  return answer(204, null);
}

/** A share ends today at the earliest, and in a year at the latest. */
function refuseDay(expiresOn: string, now: Date): Response | undefined {
  const at = { in: 'body', location: { pointer: '/expiresOn' } } as const;
  const today = dayInTheNetherlands(now);
  const yearAhead = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
  if (expiresOn < today) return invalid('date-passed', 'This day has passed.', at);
  if (expiresOn <= yearAhead) return undefined;
  return invalid('date-too-far', 'This day is more than a year ahead.', at);
}
