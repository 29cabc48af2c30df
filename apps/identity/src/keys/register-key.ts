import { type CryptoKey, importJWK, type JWK } from 'jose';

/** The register's public key, to which holders' tokens are encrypted (ECDH-ES). */
export interface RegisterKey {
  readonly kid: string | undefined;
  readonly key: CryptoKey;
}

const keptFor = 300_000;

/**
 * Gets the register's key when it is first needed, since the register may start later, and keeps it
 * for five minutes, since the register may change it.
 */
export function registerKeySource(
  registerUrl: string,
  now: () => number = Date.now,
): () => Promise<RegisterKey> {
  let kept: { readonly registerKey: RegisterKey; readonly until: number } | undefined;
  return async () => {
    if (kept === undefined || kept.until <= now()) {
      const registerKey = await fetchKey(`${registerUrl}/.well-known/jwks.json`);
      kept = { registerKey, until: now() + keptFor };
    }
    return kept.registerKey;
  };
}

async function fetchKey(address: string): Promise<RegisterKey> {
  const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(5_000) });
  if (!response.ok) throw new Error(`The register answered ${response.status} for its keys.`);
  const { keys } = (await response.json()) as { readonly keys: readonly JWK[] };
  const jwk = keys.find(({ kty, use }) => kty === 'EC' && (use ?? 'enc') === 'enc');
  const key = jwk && (await importJWK(jwk, 'ECDH-ES'));
  if (!(key instanceof CryptoKey)) throw new Error('The register has no public key for ECDH-ES.');
  return { key, kid: jwk?.kid };
}
