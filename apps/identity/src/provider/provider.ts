import Provider, {
  errors,
  interactionPolicy,
  type KoaContextWithOIDC,
  type ResourceServer,
} from 'oidc-provider';
import type { Accounts } from '../accounts/accounts.ts';
import { type Clients, clientMetadata } from '../clients/clients.ts';
import { isRegisterClient, registerClients } from '../clients/register-clients.ts';
import type { OwnKeys } from '../keys/own-keys.ts';
import type { RegisterKey } from '../keys/register-key.ts';
import { errorPage } from '../pages/error-page.ts';
import { signedOutPage, signOutPage } from '../pages/sign-out-pages.ts';
import { languageOf } from '../pages/words.ts';
import { assuranceLevels } from './assurance.ts';
import { memoryAdapter } from './memory.ts';

export interface ProviderOptions {
  readonly issuer: string;
  /** The audience of every token: the address of the register's API. */
  readonly audience: string;
  /** The register, which publishes the keys of institutions. */
  readonly registerUrl: string;
  readonly accounts: Accounts;
  readonly clients: Clients;
  readonly keys: OwnKeys;
  readonly registerKey: () => Promise<RegisterKey>;
}

const holderScopes = 'diplomas extracts shares access-records correction-requests';
const institutionScopes = 'deliveries correction-requests diploma-lookups';
const minutes = 60;

/**
 * An OAuth server by the NL GOV profile 1.2: code with PKCE S256 for portals, client credentials
 * with `private_key_jwt` for institutions, exact redirects, and tokens that live for 15 minutes.
 */
export function createProvider(options: ProviderOptions): Provider {
  const { issuer, audience, accounts, clients, keys, registerUrl } = options;
  const institutions = new Map(
    clients.institutions.map(({ clientId, institution }) => [clientId, institution]),
  );

  const inMemory = memoryAdapter();
  const institutionOf = (clientId: string) =>
    institutions.get(clientId) ?? (isRegisterClient(clientId) ? clientId : undefined);

  return new Provider(issuer, {
    adapter: (model) => (model === 'Client' ? registerClients(registerUrl) : inMemory(model)),
    fetch: (url, init) => fetchFromRegister(registerUrl, url, init),
    clients: clientMetadata(clients),
    clientAuthMethods: ['none', 'private_key_jwt'],
    clientBasedCORS: (_context, origin, client) =>
      client.clientAuthMethod === 'none' &&
      (client.redirectUris ?? []).some((uri) => new URL(uri).origin === origin),
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    cookies: { keys: [keys.cookieSecret] },
    acrValues: Object.values(assuranceLevels),
    enabledJWA: {
      clientAuthSigningAlgValues: ['ES256'],
      idTokenSigningAlgValues: ['ES256'],
    },
    jwks: { keys: [keys.signing] },
    responseTypes: ['code'],
    scopes: ['openid'],
    allowOmittingSingleRegisteredRedirectUri: false,
    pkce: { required: () => true },
    routes: { end_session: '/sign-out' },
    features: {
      devInteractions: { enabled: false },
      // The register is a resource server for bearer tokens (RFC 6750).
      dPoP: { enabled: false },
      userinfo: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: (_context, _client, oneOf) => oneOf ?? audience,
        getResourceServerInfo: (_context, resource, client) =>
          resourceServer(options, resource, institutionOf(client.clientId) !== undefined),
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => signOutPage(context, form),
        postLogoutSuccessSource: (context) => signedOutPage(context),
      },
    },
    ttl: {
      AccessToken: 15 * minutes,
      AuthorizationCode: 1 * minutes,
      ClientCredentials: 15 * minutes,
      Grant: 15 * minutes,
      IdToken: 15 * minutes,
      Interaction: 15 * minutes,
      Session: 15 * minutes,
    },
    interactions: {
      policy: signInEachTime(),
      url: (context, { uid, params }) =>
        `/sign-in/${uid}?language=${languageOf(String(params['ui_locales'] ?? ''), context)}`,
    },
    loadExistingGrant: (context) => grantAll(context, audience),
    findAccount: (_context, sub) =>
      accounts.bsnOf(sub) === undefined
        ? undefined
        : { accountId: sub, claims: async () => ({ sub }) },
    extraTokenClaims: (context, token) => {
      if (token.kind === 'ClientCredentials') {
        return { institution: institutionOf(token.clientId ?? '') };
      }
      const { AuthorizationCode: code } = context.oidc.entities;
      return { bsn: accounts.bsnOf(token.accountId), acr: code?.acr };
    },
    renderError: (context, _out, error) => {
      context.type = 'html';
      context.body = errorPage(error, languageOf('', context));
    },
  });
}

/**
 * Fetches the keys of an institution. The provider's own fetch refuses addresses inside a network,
 * where a register may well be; so nothing but the register is fetched from.
 */
async function fetchFromRegister(
  registerUrl: string,
  url: string | URL | Request,
  init: RequestInit = {},
): Promise<Response> {
  const address = new URL(url instanceof Request ? url.url : url);
  if (!address.href.startsWith(`${registerUrl}/institution-keys/`)) {
    throw new Error('Only the keys of institutions are fetched.');
  }
  const { headers, method, signal } = init;
  return fetch(address, {
    redirect: 'error',
    ...(headers && { headers }),
    ...(method !== undefined && { method }),
    ...(signal && { signal }),
  });
}

/** The register as a resource server. A holder's token is encrypted to it, since it has the BSN. */
async function resourceServer(
  { audience, registerKey }: ProviderOptions,
  resource: string,
  forInstitution: boolean,
): Promise<ResourceServer> {
  if (resource !== audience) throw new errors.InvalidTarget();
  const sign = { alg: 'ES256' } as const;
  if (forInstitution) {
    return { audience, scope: institutionScopes, accessTokenFormat: 'jwt', jwt: { sign } };
  }
  const { key, kid } = await registerKey();
  const encrypt = {
    alg: 'ECDH-ES',
    enc: 'A256GCM',
    key,
    ...(kid !== undefined && { kid }),
  } as const;
  return { audience, scope: holderScopes, accessTokenFormat: 'jwt', jwt: { sign, encrypt } };
}

/**
 * Like DigiD, this asks who you are each time: an earlier session never signs anyone in. Consent is
 * not asked: {@link grantAll}.
 */
function signInEachTime() {
  const { Check, base } = interactionPolicy;
  const policy = base();
  policy.remove('consent');
  policy
    .get('login')
    ?.checks.add(
      new Check('each-time', 'Signing in is asked each time', ({ oidc }) =>
        oidc.result?.['login'] ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT,
      ),
    );
  return policy;
}

/** Who signs in to a portal of the government lets it see own diplomas: no second question. */
async function grantAll({ oidc }: KoaContextWithOIDC, audience: string) {
  const { client, account, provider } = oidc;
  if (client === undefined || account === undefined) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: account.accountId });
  grant.addResourceScope(audience, holderScopes);
  await grant.save();
  return grant;
}
