import type { Words } from './language.ts';
import { UsageError } from './terminal.ts';

/** Where access tokens come from. */
export interface TokenService {
  readonly issuer: string;
  readonly tokenEndpoint: string;
}

/**
 * Finds the token service: the given issuer, or the one that the register names in its metadata as
 * a protected resource (RFC 9728).
 */
export async function findTokenService(
  register: string,
  issuer: string | undefined,
  fetcher: typeof fetch,
  words: Words,
): Promise<TokenService> {
  const found = issuer ?? (await issuerOf(register, fetcher, words));
  // OpenID Connect Discovery 1.0, section 4: the path comes after that of the issuer.
  const metadata = await read(
    `${found.replace(/\/+$/, '')}/.well-known/openid-configuration`,
    fetcher,
  );
  const endpoint = metadata?.['token_endpoint'];
  if (metadata?.['issuer'] !== found || typeof endpoint !== 'string') {
    throw new UsageError(words.noTokenService(found));
  }
  return { issuer: found, tokenEndpoint: endpoint };
}

async function issuerOf(register: string, fetcher: typeof fetch, words: Words): Promise<string> {
  const { origin, pathname } = new URL(register);
  // Section 3.1: the path of the resource comes after the well-known one.
  const wellKnown = `${origin}/.well-known/oauth-protected-resource`;
  const metadata = (await read(wellKnown + pathname, fetcher)) ?? (await read(wellKnown, fetcher));
  const servers = metadata?.['authorization_servers'];
  const [issuer] = Array.isArray(servers) ? servers : [];
  // Section 3.3: whoever names another resource than the one that was asked is not to be trusted.
  if (metadata?.['resource'] === register && typeof issuer === 'string') return issuer;
  throw new UsageError(words.namesNoTokenService(register));
}

async function read(
  url: string,
  fetcher: typeof fetch,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  try {
    const response = await fetcher(url, {
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
      headers: { accept: 'application/json' },
    });
    const content: unknown = response.ok ? await response.json() : undefined;
    return typeof content === 'object' && content !== null ? { ...content } : undefined;
  } catch {
    return undefined;
  }
}
