import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registerLine, testBsn } from '../src/test-support/deliver.ts';
import { startDatabaseServer, withClient } from './database-server.ts';
import type { OpenRequest } from './open-loop.ts';
import { type RegisterProcess, startRegisterProcess } from './register-process.ts';

/** A register with a database of its own and one holder, and what may be asked of it. */
export interface BusyRegister {
  readonly register: RegisterProcess;
  /** A download of the holder's diplomas. */
  readonly download: OpenRequest;
  /** What others do meanwhile. */
  readonly others: readonly OpenRequest[];
  stop(): Promise<void>;
}

export async function startBusyRegister(): Promise<BusyRegister> {
  const folder = await mkdtemp(join(tmpdir(), 'diplomaregister-'));
  const server = await startDatabaseServer(folder);
  await withClient(server.url('postgres'), (client) => client.query('create database register'));
  const register = await startRegisterProcess({
    databaseUrl: server.url('register'),
    dataFolder: join(folder, 'data'),
    serves: 'people',
  });
  const { tokens, url } = register;
  const bsn = testBsn(1);
  const delivered = await fetch(`${url}/v1/deliveries`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await tokens.institution('98AA')}`,
      'content-type': 'application/x-ndjson',
    },
    body: JSON.stringify(registerLine('busy', { bsn })),
  });
  if (delivered.status !== 201) throw new Error(await delivered.text());

  const authorization = `Bearer ${await tokens.holder(bsn)}`;
  const get = (path: string, headers = {}): OpenRequest => ({
    method: 'GET',
    url: `${url}${path}`,
    headers,
  });
  const listed = await fetch(`${url}/v1/diplomas`, { headers: { authorization } });
  const { items } = (await listed.json()) as { readonly items: readonly { readonly id: string }[] };
  return {
    register,
    download: {
      method: 'POST',
      url: `${url}/v1/extracts`,
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ diplomaIds: items.map(({ id }) => id), language: 'nl' }),
    },
    others: [
      get('/v1/diplomas', { authorization }),
      get('/v1/statistics'),
      get('/v1/status-lists/0'),
    ],
    async stop() {
      await register.stop();
      await server.stop();
      await rm(folder, { recursive: true });
    },
  };
}
