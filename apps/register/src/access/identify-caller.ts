import type { Security } from '../contract/operations.ts';
import { findHolder } from '../holders/holders.ts';
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
  switch (security.scheme) {
    case 'anyone':
      return { kind: 'anyone' };
    case 'holder': {
      const token = bearerToken(authorization);
      const { bsn } = await readHolderToken(token, security.scopes, rulesOf(register));
      return { kind: 'holder', holderId: await findHolder(register, bsn) };
    }
    case 'institution': {
      const token = bearerToken(authorization);
      const { institution } = await readInstitutionToken(token, security.scopes, rulesOf(register));
      return { kind: 'institution', institution };
    }
  }
}

function rulesOf({ configuration, issuerKeys, keys, now, recentTokens }: Register): TokenRules {
  return {
    issuer: configuration.identityUrl,
    audience: `${configuration.url}/v1`,
    issuerKeys,
    decryptionKey: keys.tokenEncryption.privateKey,
    recentTokens,
    now,
  };
}
