import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registerLine, testBsn } from '../src/test-support/deliver.ts';
import { startDatabaseServer, withClient } from './database-server.ts';
import type { OpenRequest } from './open-loop.ts';
import { type RegisterProcess, startRegisterProcess } from './register-process.ts';

/** A register with a database of its own and some holders, and what may be asked of it. */
export interface BusyRegister {
  readonly register: RegisterProcess;
  /** For each holder a download of their diplomas: of one page over and over, Typst keeps the most. */
  readonly downloads: readonly OpenRequest[];
  /** What others do meanwhile. */
  readonly others: readonly OpenRequest[];
  stop(): Promise<void>;
}

const people = Array.from({ length: 200 }, (_, person) => person);
const names = ['Bakker', 'Çelik', 'Jansen', 'Smit', 'Visser', 'Yılmaz', 'Ọkafor'];

/** A diploma with a name, a birth date and marks of its own. */
function lineOf(person: number): ReturnType<typeof registerLine> {
  const mark = (factor: number) => `${1 + ((person * factor) % 9)}.${(person * factor) % 10}`;
  return registerLine(
    `busy-${person}`,
    {
      bsn: testBsn(person),
      familyName: `${names[person % names.length]}-${names[(person * 3 + 1) % names.length]}`,
      birthDate: `${1970 + (person % 35)}-0${1 + (person % 9)}-${10 + (person % 19)}`,
    },
    {
      marks: ['1001', '1002', '1025', '1030', '1023'].map((subject, at) => ({
        subject,
        schoolExam: mark(7 + at),
        centralExam: mark(13 + at),
        final: '7',
      })),
    },
  );
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
  const delivered = await fetch(`${url}/v1/deliveries`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await tokens.institution('98AA')}`,
      'content-type': 'application/x-ndjson',
    },
    body: people.map((person) => JSON.stringify(lineOf(person))).join('\n'),
  });
  if (delivered.status !== 201) throw new Error(await delivered.text());

  async function authorizationOf(person: number): Promise<string> {
    return `Bearer ${await tokens.holder(testBsn(person))}`;
  }
  async function downloadOf(person: number): Promise<OpenRequest> {
    const authorization = await authorizationOf(person);
    const listed = await fetch(`${url}/v1/diplomas`, { headers: { authorization } });
    const { items } = (await listed.json()) as { items: readonly { readonly id: string }[] };
    if (items.length === 0) throw new Error('A diploma was not registered.');
    return {
      method: 'POST',
      url: `${url}/v1/extracts`,
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ diplomaIds: items.map(({ id }) => id), language: 'nl' }),
    };
  }
  const authorization = await authorizationOf(0);
  const get = (path: string, headers = {}): OpenRequest => ({
    method: 'GET',
    url: `${url}${path}`,
    headers,
  });
  return {
    register,
    downloads: await Promise.all(people.map(downloadOf)),
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
