import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK } from 'jose';
import { parseConfiguration } from '../configuration.ts';
import { type Identity, startIdentity } from '../identity.ts';

export const portalPage = 'http://localhost:4000/portal/';
export const anna = {
  id: 'anna',
  name: 'Anna de Vries',
  bsn: '999900080',
  story: { nl: 'Heeft een vwo-diploma.', en: 'Has a vwo diploma.' },
};

/** A running service, with a register that only publishes keys, and one school. */
export interface TestIdentity extends Identity {
  /** Where it is reached, by the proxy in front when its url is another one. */
  readonly listensOn: string;
  readonly registerUrl: string;
  /** Opens what is encrypted to the register. */
  readonly registerKey: CryptoKey;
  readonly schoolKey: CryptoKey;
  /** Of the institution 98CC, which only the register knows. */
  readonly collegeKey: CryptoKey;
  /** Everything that was logged. */
  readonly lines: readonly string[];
  readonly dataFolder: string;
  stop(): Promise<void>;
}

/** @param url the issuer's address, when it is not the one that it listens on. */
export async function startTestIdentity(url?: string): Promise<TestIdentity> {
  const folder = await mkdtemp(join(tmpdir(), 'identity-'));
  const register = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
  const school = await generateKeyPair('ES256', { extractable: true });
  const college = await generateKeyPair('ES256', { extractable: true });
  const registerServer = await publish({
    '/.well-known/jwks.json': { ...(await exportJWK(register.publicKey)), use: 'enc' },
    '/institution-keys/98CC': { ...(await exportJWK(college.publicKey)), use: 'sig' },
  });
  const registerUrl = `http://localhost:${(registerServer.address() as AddressInfo).port}`;
  const accounts = join(folder, 'accounts.json');
  const clients = join(folder, 'clients.json');
  await writeFile(accounts, JSON.stringify([anna]));
  await writeFile(
    clients,
    JSON.stringify({
      portals: [
        { clientId: 'portal', redirectUris: [portalPage], postLogoutRedirectUris: [portalPage] },
      ],
      institutions: [
        {
          clientId: 'school',
          institution: '98AA',
          jwks: { keys: [await exportJWK(school.publicKey)] },
        },
      ],
    }),
  );
  const lines: string[] = [];
  const port = String(await freePort());
  const configuration = parseConfiguration({
    IDENTITY_PORT: port,
    ...(url !== undefined && { IDENTITY_URL: url }),
    IDENTITY_DATA: join(folder, 'data'),
    IDENTITY_ACCOUNTS: accounts,
    IDENTITY_CLIENTS: clients,
    REGISTER_URL: registerUrl,
  });
  const identity = await startIdentity(configuration, (line) => lines.push(line));
  return {
    ...identity,
    listensOn: `http://localhost:${port}`,
    registerUrl,
    registerKey: register.privateKey,
    schoolKey: school.privateKey,
    collegeKey: college.privateKey,
    lines,
    dataFolder: configuration.dataFolder,
    async stop() {
      await identity.close();
      registerServer.close();
      await rm(folder, { recursive: true });
    },
  };
}

async function publish(keys: Readonly<Record<string, JWK>>): Promise<Server> {
  const server = createServer((request, response) => {
    const key = keys[request.url ?? ''];
    response.writeHead(key ? 200 : 404, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ keys: [key] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** A port that was free just now: the issuer's address must be known before it listens. */
async function freePort(): Promise<number> {
  const server = createSocketServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
