import type { Security, TokenRequirement } from '../contract/operations.ts';
import { enrolHolder, findHolder } from '../holders/holders.ts';
import type { Register } from '../register.ts';
import {
  bearerToken,
  readHolderToken,
  readInstitutionToken,
  type TokenRules,
} from './access-token.ts';
import type { Caller } from './caller.ts';

/**
 * Finds out who calls an operation, and that they may. A holder's BSN becomes the holder's id here
 * and goes no further.
 *
 * @throws {Problem} 401 or 403.
 */
export async function identifyCaller(
  register: Register,
  security: Security,
  authorization: string | undefined,
): Promise<Caller> {
  const [first] = security;
  if (first === undefined) return { kind: 'anyone' };
  const token = bearerToken(authorization);
  const { scheme, scopes } = security.find((each) => each.scheme === schemeOf(token)) ?? first;
  switch (scheme) {
    case 'holder': {
      const { bsn, ...representative } = await readHolderToken(token, scopes, rulesOf(register));
      const holderId = await findHolder(register, bsn);
      // Asks the database: who was found a moment ago may have been removed since.
      const enrol = () => enrolHolder(register, bsn);
      return { kind: 'holder', holderId, ...representative, enrol };
    }
    case 'institution': {
      const { institution } = await readInstitutionToken(token, scopes, rulesOf(register));
      return { kind: 'institution', institution };
    }
  }
}

/** Whose token it is by its form: a JWE has five parts (RFC 7516, section 3.1), a JWS three. */
function schemeOf(token: string): TokenRequirement['scheme'] {
  return token.split('.').length === 5 ? 'holder' : 'institution';
}

function rulesOf({ configuration, issuerKeys, keys, now, recentTokens }: Register): TokenRules {
  return {
    issuer: configuration.identityUrl,
    audience: `${configuration.url}/v1`,
    issuerKeys,
    tokenKeys: keys.tokenEncryption,
    recentTokens,
    now,
  };
}
