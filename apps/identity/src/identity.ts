import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { errors } from 'oidc-provider';
import { readAccounts } from './accounts/accounts.ts';
import { readClients } from './clients/clients.ts';
import type { Configuration } from './configuration.ts';
import { ownKeys } from './keys/own-keys.ts';
import { registerKeySource } from './keys/register-key.ts';
import { errorPage } from './pages/error-page.ts';
import { readPublicFile } from './pages/public-files.ts';
import { createProvider } from './provider/provider.ts';
import { securityHeaders } from './security-headers.ts';
import { handleSignIn } from './sign-in/sign-in.ts';

/** A service that runs. */
export interface Identity {
  readonly url: string;
  /** Stops taking requests and ends when the running ones are answered. */
  close(): Promise<void>;
}

/**
 * Starts the stand-in for DigiD and for the token service of institutions.
 *
 * @param log takes lines for the operator; none has personal data.
 */
export async function startIdentity(
  configuration: Configuration,
  log: (line: string) => void,
): Promise<Identity> {
  const { url, registerUrl, host, port } = configuration;
  const accounts = await readAccounts(configuration.accountsFile);
  const clients = await readClients(configuration.clientsFile);
  const provider = createProvider({
    issuer: url,
    audience: `${registerUrl}/v1`,
    registerUrl,
    accounts,
    clients,
    keys: await ownKeys(configuration.dataFolder),
    registerKey: registerKeySource(registerUrl),
  });
  const headers = securityHeaders(clients);
  const answerByProvider = provider.callback();
  // What it tells of itself has the address of the issuer, not the one that the caller names.
  const { host: ownHost, protocol } = new URL(url);
  provider.proxy = true;
  provider.on('server_error', (context, error) => log(describe(context.path, error)));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    request.headers['x-forwarded-host'] = ownHost;
    request.headers['x-forwarded-proto'] = protocol.slice(0, -1);
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const file = await readPublicFile(path);
    if (file) {
      response.writeHead(200, { 'Content-Type': file.type, 'Cache-Control': 'no-cache' });
      response.end(file.content);
    } else if (path === '/health') {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"status":"ok"}');
    } else if (path.startsWith('/sign-in/')) {
      response.setHeader('Cache-Control', 'no-store');
      await handleSignIn(request, response, { provider, accounts });
    } else {
      await answerByProvider(request, response);
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const known = error instanceof errors.OIDCProviderError;
      if (!known) log(describe('/sign-in', error));
      const body = errorPage(error);
      response.writeHead(known ? error.statusCode : 500, {
        'Content-Type': 'text/html; charset=utf-8',
      });
      response.end(body);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  return {
    url,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        // Browsers hold connections that they have not used yet, which Node does not take for idle.
        server.closeAllConnections();
      }),
  };
}

function describe(path: string, error: unknown): string {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown error';
  return `identity: ${path.split('/', 2).join('/')} failed: ${reason}`;
}
