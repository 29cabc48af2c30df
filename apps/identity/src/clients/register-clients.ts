import type { Adapter, AdapterPayload } from 'oidc-provider';

/** A BRIN, or a newer code of RIO. */
const institutionCode = /^(\d{2}[A-Z]{2}|\d{3}A\d{3})$/;

/** Whether a client is an institution that the register vouches for: its id is its code. */
export function isRegisterClient(clientId: string): boolean {
  return institutionCode.test(clientId);
}

/** What an institution may do that proves itself with a key that the register publishes. */
function registerClient(clientId: string, registerUrl: string): AdapterPayload {
  return {
    client_id: clientId,
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'ES256',
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
    jwks_uri: `${registerUrl}/institution-keys/${clientId}`,
  };
}

/**
 * Finds clients that nobody configured here: every institution of which the register has a key. An
 * institution without one can sign nothing that fits, so it needs no list.
 */
export function registerClients(registerUrl: string): Adapter {
  return {
    find: async (id) => (isRegisterClient(id) ? registerClient(id, registerUrl) : undefined),
    upsert: refuse,
    consume: refuse,
    destroy: refuse,
    revokeByGrantId: refuse,
    findByUid: async () => undefined,
    findByUserCode: async () => undefined,
  };
}

function refuse(): Promise<never> {
  return Promise.reject(new Error('Clients come from the register and cannot be changed here.'));
}
