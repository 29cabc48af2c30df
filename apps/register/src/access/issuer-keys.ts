import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { isSecureAddress } from './secure-address.ts';

/** The issuer's keys cannot be had just now, so no token can be judged. */
export class IssuerUnavailableError extends Error {
  constructor(options?: ErrorOptions) {
    super('The keys of the issuer of access tokens are out of reach.', options);
    this.name = 'IssuerUnavailableError';
  }
}

type RemoteKeys = ReturnType<typeof createRemoteJWKSet>;

/**
 * The signing keys of the issuer, found through its OpenID Connect discovery document at the first
 * token, then kept and renewed by jose.
 */
export function remoteIssuerKeys(issuer: string): JWTVerifyGetKey {
  let found: Promise<RemoteKeys> | undefined;
  return async (header, token) => {
    let keys: RemoteKeys | undefined;
    try {
      found ??= discoverKeys(issuer);
      keys = await found;
      return await keys(header, token);
    } catch (error) {
      if (isVerdictOnToken(error)) throw error;
      // Anyone can name a key that there is not, for which the issuer is asked in vain: those that are
      // known stay in use.
      if (!keys?.fresh) found = undefined;
      throw new IssuerUnavailableError({ cause: error });
    }
  };
}

/** Such an error says that the token names a key that the issuer does not have. */
function isVerdictOnToken(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  );
}

async function discoverKeys(issuer: string): Promise<RemoteKeys> {
  const response = await fetch(`${issuer}/.well-known/openid-configuration`, {
    redirect: 'error',
    signal: AbortSignal.timeout(5_000),
  });
  if (!response.ok) throw new Error(`Discovery answered ${response.status}.`);
  const metadata = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown };
  if (metadata.issuer !== issuer || typeof metadata.jwks_uri !== 'string') {
    throw new Error('The discovery document is not that of the configured issuer.');
  }
  const address = new URL(metadata.jwks_uri);
  if (!isSecureAddress(address)) throw new Error('The keys of the issuer are not safe on the way.');
  return createRemoteJWKSet(address);
}
