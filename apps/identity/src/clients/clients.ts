import { readFile } from 'node:fs/promises';
import type { ClientMetadata, JWK } from 'oidc-provider';
import { ConfigurationError } from '../configuration.ts';

/** A portal: a public client that runs in the browser. */
interface Portal {
  readonly clientId: string;
  /** The page to which the code goes; compared character by character. */
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
}

/** An institution: a client with a key of its own. */
interface Institution {
  readonly clientId: string;
  /** The code of the institution (BRIN), for which the token speaks. */
  readonly institution: string;
  /** The public keys with which it signs its assertions. */
  readonly jwks: { readonly keys: readonly JWK[] };
}

export interface Clients {
  readonly portals: readonly Portal[];
  readonly institutions: readonly Institution[];
}

/** @throws {ConfigurationError} when the file does not hold portals and institutions. */
export async function readClients(file: string): Promise<Clients> {
  const content: unknown = JSON.parse(await readFile(file, 'utf8'));
  const { portals, institutions } = Object(content) as Partial<Clients>;
  if (
    Array.isArray(portals) &&
    portals.every(isPortal) &&
    Array.isArray(institutions) &&
    institutions.every(isInstitution)
  ) {
    return { portals, institutions };
  }
  throw new ConfigurationError([
    'IDENTITY_CLIENTS must hold { portals: [{ clientId, redirectUris, postLogoutRedirectUris }], institutions: [{ clientId, institution, jwks }] }, with public keys only.',
  ]);
}

/** What each client may do, in the words of OpenID Connect Dynamic Client Registration. */
export function clientMetadata({ portals, institutions }: Clients): ClientMetadata[] {
  return [
    ...portals.map(({ clientId, redirectUris, postLogoutRedirectUris }) => ({
      client_id: clientId,
      token_endpoint_auth_method: 'none' as const,
      grant_types: ['authorization_code'],
      response_types: ['code' as const],
      redirect_uris: [...redirectUris],
      post_logout_redirect_uris: [...postLogoutRedirectUris],
    })),
    ...institutions.map(({ clientId, jwks }) => ({
      client_id: clientId,
      token_endpoint_auth_method: 'private_key_jwt' as const,
      token_endpoint_auth_signing_alg: 'ES256' as const,
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
      jwks: { keys: [...jwks.keys] },
    })),
  ];
}

function isPortal(value: unknown): value is Portal {
  const { clientId, redirectUris, postLogoutRedirectUris } = Object(value) as Partial<Portal>;
  return (
    typeof clientId === 'string' &&
    Array.isArray(redirectUris) &&
    Array.isArray(postLogoutRedirectUris) &&
    [...redirectUris, ...postLogoutRedirectUris].every(
      (uri) => typeof uri === 'string' && URL.canParse(uri),
    )
  );
}

function isInstitution(value: unknown): value is Institution {
  const { clientId, institution, jwks } = Object(value) as Partial<Institution>;
  return (
    typeof clientId === 'string' &&
    typeof institution === 'string' &&
    Array.isArray(jwks?.keys) &&
    jwks.keys.every((key) => typeof key === 'object' && key !== null && !('d' in key))
  );
}
