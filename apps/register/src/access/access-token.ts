import {
  type CompactJWEHeaderParameters,
  compactDecrypt,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import type { Keys } from '../keys/keys.ts';
import { Problem } from '../problems/problem.ts';
import { type Bsn, isBsn } from './bsn.ts';
import { IssuerUnavailableError } from './issuer-keys.ts';
import type { RecentTokens } from './recent-tokens.ts';

/** What is needed to judge an access token. */
export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  readonly issuerKeys: JWTVerifyGetKey;
  /** Open the tokens of holders. */
  readonly tokenKeys: Keys['tokenEncryption'];
  readonly recentTokens: RecentTokens;
  readonly now: () => Date;
}

/** Assurance that is strong enough for a holder, as eIDAS names the levels (2015/1502). */
const strongEnough = [
  'http://eidas.europa.eu/LoA/substantial',
  'http://eidas.europa.eu/LoA/high',
] as const;

const realm = 'Bearer realm="diplomaregister"';

/**
 * Checks a holder's token: a signed JWT (RFC 9068) inside a JWE that only this register can open.
 *
 * @throws {Problem} 401 when the token is not valid here; 403 when it does not allow this.
 */
export async function readHolderToken(
  token: string,
  scopes: readonly string[],
  rules: TokenRules,
): Promise<{ readonly bsn: Bsn; readonly representative?: string }> {
  const claims = await judge('holder', token, rules, async () => {
    const { plaintext } = await compactDecrypt(token, decryptionKey(rules), {
      keyManagementAlgorithms: ['ECDH-ES', 'ECDH-ES+A128KW', 'ECDH-ES+A256KW'],
      contentEncryptionAlgorithms: ['A128GCM', 'A256GCM', 'A128CBC-HS256', 'A256CBC-HS512'],
    });
    return verify(new TextDecoder().decode(plaintext), rules);
  });
  demandScopes(claims, scopes);
  if (!strongEnough.some((level) => level === claims['acr'])) {
    throw new Problem('assurance-too-low', {
      headers: {
        'WWW-Authenticate': `${realm}, error="insufficient_user_authentication", acr_values="${strongEnough[0]}"`,
      },
    });
  }
  if (!isBsn(claims['bsn'])) throw invalidToken();
  return { bsn: claims['bsn'], ...readRepresentative(claims['act']) };
}

/** The key that a token names; a token that names none is encrypted to the one in use. */
function decryptionKey({ tokenKeys }: TokenRules) {
  return ({ kid }: CompactJWEHeaderParameters): CryptoKey => {
    const key = kid === undefined ? tokenKeys.current() : tokenKeys.find(kid);
    if (key === undefined) throw invalidToken();
    return key.privateKey;
  };
}

/**
 * Whoever acts for the holder (RFC 8693, section 4.1). A token that says so without a name is not
 * valid: the holder must be able to see who it was.
 */
function readRepresentative(act: unknown): { readonly representative?: string } {
  if (act === undefined) return {};
  const name = typeof act === 'object' && act !== null && 'name' in act ? act.name : undefined;
  if (typeof name === 'string' && /^.{1,200}$/u.test(name)) return { representative: name };
  throw invalidToken();
}

/**
 * Checks an institution's token: a signed JWT (RFC 9068) that names the institution.
 *
 * @throws {Problem} 401 when the token is not valid here; 403 when it does not allow this.
 */
export async function readInstitutionToken(
  token: string,
  scopes: readonly string[],
  rules: TokenRules,
): Promise<{ readonly institution: string }> {
  const claims = await judge('institution', token, rules, () => verify(token, rules));
  demandScopes(claims, scopes);
  const institution = claims['institution'];
  if (typeof institution !== 'string' || institution === '') throw invalidToken();
  return { institution };
}

/** The token of an `Authorization: Bearer` header (RFC 6750, section 2.1). */
export function bearerToken(authorization: string | undefined): string {
  const token = /^Bearer +([A-Za-z0-9._~+/-]+=*)$/i.exec(authorization ?? '')?.[1];
  if (token !== undefined) return token;
  throw new Problem('token-missing', { headers: { 'WWW-Authenticate': realm } });
}

async function verify(token: string, rules: TokenRules): Promise<JWTPayload> {
  const { payload } = await jwtVerify(token, rules.issuerKeys, {
    typ: 'at+jwt',
    issuer: rules.issuer,
    audience: rules.audience,
    algorithms: ['ES256', 'PS256', 'RS256'],
    requiredClaims: ['exp', 'iat'],
    currentDate: rules.now(),
  });
  return payload;
}

/** Tells "not valid" apart from "could not be judged"; says nothing of what the token holds. */
async function judge(
  kind: 'holder' | 'institution',
  token: string,
  { recentTokens }: TokenRules,
  check: () => Promise<JWTPayload>,
): Promise<JWTPayload> {
  try {
    return await recentTokens.claimsOf(kind, token, check);
  } catch (error) {
    if (error instanceof IssuerUnavailableError) {
      throw new Problem('unavailable', { headers: { 'Retry-After': '5' } });
    }
    if (error instanceof errors.JWTExpired) throw invalidToken('The access token has expired.');
    throw invalidToken();
  }
}

function invalidToken(detail?: string): Problem {
  const headers = { 'WWW-Authenticate': `${realm}, error="invalid_token"` };
  return new Problem('token-invalid', { headers, ...(detail !== undefined && { detail }) });
}

function demandScopes(claims: JWTPayload, scopes: readonly string[]): void {
  const granted = typeof claims['scope'] === 'string' ? claims['scope'].split(' ') : [];
  if (scopes.every((scope) => granted.includes(scope))) return;
  throw new Problem('scope-missing', {
    headers: {
      'WWW-Authenticate': `${realm}, error="insufficient_scope", scope="${scopes.join(' ')}"`,
    },
  });
}
