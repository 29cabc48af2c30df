import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JSONWebKeySet } from 'jose';

/** A token service as far as a register sees it: discovery and keys. */
export interface TokenIssuer {
  readonly url: string;
  publish(keys: JSONWebKeySet): void;
  close(): void;
}

export async function startTokenIssuer(): Promise<TokenIssuer> {
  let published: JSONWebKeySet = { keys: [] };
  const server = createServer((request, response) => {
    const isDiscovery = request.url === '/.well-known/openid-configuration';
    const body = isDiscovery ? { issuer: url, jwks_uri: `${url}/jwks` } : published;
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  });
  const url = await new Promise<string>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });
  return {
    url,
    publish: (keys) => {
      published = keys;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A port that nobody has at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
