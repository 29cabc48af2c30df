import {
  AuthorizationResponseError,
  type AuthorizationServer,
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  type Client,
  calculatePKCECodeChallenge,
  discoveryRequest,
  generateRandomCodeVerifier,
  generateRandomState,
  None,
  processAuthorizationCodeResponse,
  processDiscoveryResponse,
  validateAuthResponse,
} from 'oauth4webapi';
import { keepSession } from './session.ts';

/** Where to sign in, and to what. */
export interface SignInSettings {
  readonly identity: URL;
  /** The API of the register: the resource for which the token is. */
  readonly register: string;
  /** The page to come back to, exactly as it is registered. */
  readonly redirectUri: string;
}

/** What became of a sign-in. */
export type SignInResult = 'none' | 'signed-in' | 'cancelled' | 'failed';

interface PendingSignIn {
  readonly state: string;
  readonly codeVerifier: string;
}

const client: Client = { client_id: 'portal' };
const pendingKey = 'portal.pending';

/** Plain HTTP is for this very machine alone. */
function transport({ hostname }: URL) {
  return { [allowInsecureRequests]: hostname === 'localhost' };
}

async function discover(identity: URL): Promise<AuthorizationServer> {
  const response = await discoveryRequest(identity, transport(identity));
  return processDiscoveryResponse(identity, response);
}

/** Leaves for the sign-in page (authorization code with PKCE, RFC 7636). */
export async function beginSignIn({
  identity,
  register,
  redirectUri,
}: SignInSettings): Promise<void> {
  const { authorization_endpoint: endpoint } = await discover(identity);
  if (endpoint === undefined) throw new Error('There is no authorization endpoint.');
  const pending: PendingSignIn = {
    state: generateRandomState(),
    codeVerifier: generateRandomCodeVerifier(),
  };
  sessionStorage.setItem(pendingKey, JSON.stringify(pending));
  const url = new URL(endpoint);
  url.search = new URLSearchParams({
    client_id: client.client_id,
    response_type: 'code',
    redirect_uri: redirectUri,
    resource: register,
    scope: 'diplomas extracts shares access-records correction-requests',
    state: pending.state,
    code_challenge: await calculatePKCECodeChallenge(pending.codeVerifier),
    code_challenge_method: 'S256',
    ui_locales: document.documentElement.lang,
  }).toString();
  location.assign(url);
}

/** Takes the answer of the sign-in page out of the address and turns it into a session. */
export async function endSignIn(settings: SignInSettings): Promise<SignInResult> {
  const address = new URL(location.href);
  if (!address.searchParams.has('state')) return 'none';
  history.replaceState(null, '', address.pathname);
  const stored = sessionStorage.getItem(pendingKey);
  sessionStorage.removeItem(pendingKey);
  if (stored === null) return 'failed';
  try {
    await redeem(settings, address, JSON.parse(stored) as PendingSignIn);
    return 'signed-in';
  } catch (error) {
    const denied = error instanceof AuthorizationResponseError && error.error === 'access_denied';
    return denied ? 'cancelled' : 'failed';
  }
}

async function redeem(
  { identity, register, redirectUri }: SignInSettings,
  address: URL,
  { state, codeVerifier }: PendingSignIn,
): Promise<void> {
  const server = await discover(identity);
  const parameters = validateAuthResponse(server, client, address, state);
  const response = await authorizationCodeGrantRequest(
    server,
    client,
    None(),
    parameters,
    redirectUri,
    codeVerifier,
    { ...transport(identity), additionalParameters: { resource: register } },
  );
  const answer = await processAuthorizationCodeResponse(server, client, response);
  keepSession({
    accessToken: answer.access_token,
    expiresAt: Date.now() + (answer.expires_in ?? 0) * 1_000,
  });
}

/** Ends the session at the sign-in service too, and comes back. */
export async function leave({ identity, redirectUri }: SignInSettings): Promise<void> {
  const { end_session_endpoint: endpoint } = await discover(identity);
  if (endpoint === undefined) return;
  const url = new URL(endpoint);
  url.search = new URLSearchParams({
    client_id: client.client_id,
    post_logout_redirect_uri: redirectUri,
    ui_locales: document.documentElement.lang,
  }).toString();
  location.assign(url);
}
