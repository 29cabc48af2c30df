import {
  CompactEncrypt,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JSONWebKeySet,
  type JWK,
  type JWTVerifyGetKey,
  SignJWT,
} from 'jose';

/** What a test may want different from a good token. */
export interface TokenOptions {
  readonly scope?: string;
  readonly issuer?: string;
  readonly audience?: string;
  readonly type?: string;
  readonly acr?: string;
  /** Seconds from the clock's now; an hour by default, negative for an expired token. */
  readonly lifetime?: number;
  /** Claims beside the usual ones. */
  readonly claims?: Readonly<Record<string, unknown>>;
}

/** All that a holder may be allowed. */
export const holderScopes = 'diplomas extracts shares access-records correction-requests';
/** All that an institution may be allowed. */
export const institutionScopes = 'deliveries correction-requests diploma-lookups';

/** A token service with a key of its own. */
export interface TestIssuer {
  readonly keys: JWTVerifyGetKey;
  /** The public keys, as its JSON Web Key Set tells them. */
  readonly publicKeys: JSONWebKeySet;
  /** The token of somebody who signed in with this BSN: a signed JWT inside a JWE. */
  holder(bsn: string, options?: TokenOptions): Promise<string>;
  /** The same, not encrypted: whoever holds it reads the BSN. */
  bareHolder(bsn: string, options?: TokenOptions): Promise<string>;
  institution(code: string, options?: TokenOptions): Promise<string>;
  /** A token of the service with any claims: of neither a holder nor an institution. */
  anybody(options?: TokenOptions): Promise<string>;
  /** Encrypts anything to the register, as tokens of holders are. */
  encrypt(token: string): Promise<string>;
}

export interface TestIssuerOptions {
  readonly issuer: string;
  readonly audience: string;
  readonly encryptionKey: JWK;
  readonly now: () => Date;
}

/** Makes a token service whose tokens the register under test accepts. */
export async function createTestIssuer(defaults: TestIssuerOptions): Promise<TestIssuer> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const kid = 'test';
  const jwk = { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' };
  const encryptionKey = await importJWK(defaults.encryptionKey, 'ECDH-ES');

  function sign(claims: Readonly<Record<string, unknown>>, options: TokenOptions) {
    const now = Math.floor(defaults.now().getTime() / 1_000);
    return new SignJWT({ ...claims, ...options.claims })
      .setProtectedHeader({ alg: 'ES256', kid, typ: options.type ?? 'at+jwt' })
      .setIssuer(options.issuer ?? defaults.issuer)
      .setAudience(options.audience ?? defaults.audience)
      .setIssuedAt(Math.min(now, now + (options.lifetime ?? 0) - 1))
      .setExpirationTime(now + (options.lifetime ?? 3_600))
      .sign(privateKey);
  }

  function bareHolder(bsn: string, options: TokenOptions = {}) {
    const acr = options.acr ?? 'http://eidas.europa.eu/LoA/substantial';
    return sign({ scope: options.scope ?? holderScopes, acr, bsn }, options);
  }

  function encrypt(token: string) {
    return new CompactEncrypt(new TextEncoder().encode(token))
      .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', cty: 'JWT' })
      .encrypt(encryptionKey);
  }

  return {
    keys: createLocalJWKSet({ keys: [jwk] }),
    publicKeys: { keys: [jwk] },
    bareHolder,
    holder: async (bsn, options) => encrypt(await bareHolder(bsn, options)),
    institution: (institution, options = {}) =>
      sign({ scope: options.scope ?? institutionScopes, institution }, options),
    anybody: (options = {}) => sign({ scope: options.scope ?? '' }, options),
    encrypt,
  };
}
