import { minutesAhead } from '../clock.ts';
import type { Words } from './language.ts';
import type { PrivateKey } from './private-key.ts';
import { UsageError } from './terminal.ts';
import type { TokenService } from './token-service.ts';

/** Who asks for access, and to what. */
export interface ClientCredentials {
  readonly clientId: string;
  readonly key: PrivateKey;
  readonly service: TokenService;
  /** The register that the token is for (RFC 8707). */
  readonly resource: string;
  readonly scope: string;
  readonly fetch: typeof fetch;
  readonly words: Words;
}

/** Seconds before its end at which a token is no longer used. */
const margin = 30;

/**
 * Gives access tokens by the client credentials grant with `private_key_jwt` (RFC 7523), each as
 * long as it lasts.
 */
export function clientCredentials(credentials: ClientCredentials): () => Promise<string> {
  let token = '';
  let endsAt = 0;
  return async () => {
    if (Date.now() >= endsAt) {
      const { expiresIn, value } = await requestToken(credentials);
      token = value;
      endsAt = Date.now() + (expiresIn - margin) * 1000;
    }
    return token;
  };
}

async function requestToken(credentials: ClientCredentials) {
  const { fetch: fetcher, resource, scope, service, words } = credentials;
  const response = await fetcher(service.tokenEndpoint, {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(20_000),
    headers: { accept: 'application/json' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: credentials.clientId,
      scope,
      resource,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await signAssertion(credentials),
    }),
  }).catch(() => undefined);
  if (!response) throw new UsageError(words.tokenServiceAway(service.issuer));
  const answer: unknown = await response.json().catch(() => undefined);
  const content = new Map(Object.entries(answer ?? {}));
  const value: unknown = content.get('access_token');
  if (!response.ok || typeof value !== 'string') {
    const code = String(content.get('error') ?? response.status).replaceAll(/[^\w-]/g, '');
    const minutes = minutesAhead(response.headers, new Date());
    const clock = minutes === undefined ? '' : `; ${words.clockIsOff(minutes)}`;
    throw new UsageError(words.clientRefused(code) + clock);
  }
  return { value, expiresIn: Number(content.get('expires_in') ?? 60) };
}

async function signAssertion({ clientId, key, service }: ClientCredentials): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const header = { alg: 'ES256', typ: 'JWT', ...(key.id !== undefined && { kid: key.id }) };
  const claims = {
    iss: clientId,
    sub: clientId,
    aud: service.issuer,
    jti: crypto.randomUUID(),
    iat: now,
    exp: now + 60,
  };
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const signed = `${encode(header)}.${encode(claims)}`;
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
  const signature = await crypto.subtle.sign(algorithm, key.key, Buffer.from(signed));
  return `${signed}.${Buffer.from(signature).toString('base64url')}`;
}
