import { readFile } from 'node:fs/promises';
import { importPKCS8 } from 'jose';
import {
  allowInsecureRequests,
  clientCredentialsGrantRequest,
  discoveryRequest,
  PrivateKeyJwt,
  processClientCredentialsResponse,
  processDiscoveryResponse,
} from 'oauth4webapi';

export interface SchoolTokenSettings {
  readonly identityUrl: string;
  /** The API of the register: the resource for which the token is. */
  readonly registerApi: string;
  readonly clientId: string;
  /** The school's private key, PKCS#8 in PEM. It never leaves the server. */
  readonly keyFile: string;
}

/**
 * Gets access tokens for a school: client credentials with a signed assertion (RFC 7523). A token is
 * used until shortly before it expires.
 */
export function schoolTokens(settings: SchoolTokenSettings): () => Promise<string> {
  const margin = 60_000;
  let token: { readonly value: string; readonly until: number } | undefined;
  return async () => {
    if (token === undefined || token.until < Date.now()) {
      const { access_token: value, expires_in: seconds = 0 } = await requestToken(settings);
      token = { value, until: Date.now() + seconds * 1_000 - margin };
    }
    return token.value;
  };
}

async function requestToken({ identityUrl, registerApi, clientId, keyFile }: SchoolTokenSettings) {
  const issuer = new URL(identityUrl);
  // Plain HTTP is for this very machine alone.
  const transport = { [allowInsecureRequests]: issuer.hostname === 'localhost' };
  const server = await processDiscoveryResponse(issuer, await discoveryRequest(issuer, transport));
  const client = { client_id: clientId };
  const response = await clientCredentialsGrantRequest(
    server,
    client,
    PrivateKeyJwt(await importPKCS8(await readFile(keyFile, 'utf8'), 'ES256')),
    { scope: 'deliveries correction-requests', resource: registerApi },
    transport,
  );
  return processClientCredentialsResponse(server, client, response);
}
