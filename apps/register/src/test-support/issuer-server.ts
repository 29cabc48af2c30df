import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JSONWebKeySet } from 'jose';
import { createTestIssuer, type TestIssuer } from './tokens.ts';

/** A token service that registers in other processes find over HTTP. */
export interface IssuerServer {
  /** Its name, and its address. */
  readonly url: string;
  /** Makes tokens for the register that listens at an address, once that one runs. */
  issueFor(registerUrl: string, audience: string): Promise<TestIssuer>;
  close(): Promise<void>;
}

/** Starts a token service on a free port. */
export async function startIssuerServer(): Promise<IssuerServer> {
  let published: JSONWebKeySet = { keys: [] };
  const server = createServer((request, response) => {
    const discovery = { issuer: url, jwks_uri: `${url}/jwks` };
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(request.url === '/jwks' ? published : discovery));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    async issueFor(registerUrl, audience) {
      const response = await fetch(`${registerUrl}/.well-known/jwks.json`);
      const [encryptionKey] = ((await response.json()) as JSONWebKeySet).keys;
      if (encryptionKey === undefined) throw new Error('The register has no key.');
      const issuer = await createTestIssuer({
        issuer: url,
        audience,
        encryptionKey,
        now: () => new Date(),
      });
      published = issuer.publicKeys;
      return issuer;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
