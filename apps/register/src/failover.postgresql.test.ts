import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Diploma } from '@diplomaregister/contract';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { findReplicatingPrograms } from '../../../scripts/postgresql.ts';
import { takePlaces } from './status-lists/take-places.ts';
import { DatabaseAddress } from './store/database-address.ts';
import { openPostgresql } from './store/postgresql.ts';
import type { Store } from './store/store.ts';
import { registerLine, testBsn } from './test-support/deliver.ts';
import {
  checkContent,
  createPart,
  type Part,
  send,
  sendAgain,
} from './test-support/interrupted-deliveries.ts';
import { type IssuerServer, startIssuerServer } from './test-support/issuer-server.ts';
import {
  execute,
  type PostgresqlServer,
  runProgram,
  startPostgresql,
  startReplica,
} from './test-support/postgresql/server.ts';
import { type RegisterProcess, startRegisterProcess } from './test-support/register-process.ts';
import { type RoundRobinProxy, startRoundRobinProxy } from './test-support/round-robin-proxy.ts';
import type { TestIssuer } from './test-support/tokens.ts';

const programs = findReplicatingPrograms();

describe.skipIf(programs === undefined && !process.env['CI'])(
  'two registers on a primary with a synchronous replica',
  () => {
    let folder: string;
    let issuer: IssuerServer;
    let tokens: TestIssuer;
    let primary: PostgresqlServer;
    let replica: PostgresqlServer;
    let proxy: RoundRobinProxy;
    const registers: RegisterProcess[] = [];
    const parts: Part[] = [];
    const bsn = testBsn(1);

    beforeAll(async () => {
      if (programs === undefined) throw new Error('Install the Debian package postgresql.');
      folder = await mkdtemp(join(tmpdir(), 'register-'));
      issuer = await startIssuerServer();
      primary = await startPostgresql({ programs });
      await primary.createDatabase('register');
      replica = await startReplica(primary, programs);
      await replicateSynchronously(primary);
      const environment = {
        REGISTER_DATA: folder,
        REGISTER_URL: 'http://register.test',
        IDENTITY_URL: issuer.url,
        DATABASE_URL: bothHosts(primary, replica),
        DATABASE_READ_URL: bothHosts(replica, primary),
      };
      // Both start for the first time, at once.
      const starts = [startRegisterProcess(environment), startRegisterProcess(environment)];
      registers.push(...(await Promise.all(starts)));
      proxy = await startRoundRobinProxy(registers.map(({ url }) => url));
      tokens = await issuer.issueFor(proxy.url, 'http://register.test/v1');
    }, 120_000);
    afterAll(async () => {
      await proxy?.close();
      for (const register of registers) await register.kill();
      await replica?.remove();
      await primary?.remove();
      await issuer?.close();
      await rm(folder, { recursive: true, force: true });
    });

    const getAsHolder = async (path: string) =>
      fetch(`${proxy.url}/v1${path}`, {
        headers: { authorization: `Bearer ${await tokens.holder(bsn)}` },
      });

    async function recordsInList(): Promise<number> {
      const response = await getAsHolder('/diplomas');
      expect(response.status).toBe(200);
      return ((await response.json()) as { items: Diploma[] }).items.length;
    }

    test('both serve, and see the same', async () => {
      const part = createPart('98AA', 0, 0);
      parts.push(part);
      await sendAgain(proxy.url, tokens, part, false);

      expect([await recordsInList(), await recordsInList()]).toEqual([1, 1]);
      expect(Math.min(...proxy.counts())).toBeGreaterThan(0);
    });

    test('lists come from the replica', async () => {
      await execute(replica, 'select pg_wal_replay_pause()');
      const one = {
        institution: '98AA',
        lines: [registerLine('one-more', { bsn })],
        counts: { registered: 1, corrected: 0, withdrawn: 0 },
      };
      parts.push(one);
      await sendAgain(proxy.url, tokens, one, false);
      expect(await recordsInList()).toBe(1);

      await execute(replica, 'select pg_wal_replay_resume()');
      await expect.poll(recordsInList).toBe(2);
    });

    test('after kill -9 of the primary, the promoted replica has all that was acknowledged', async () => {
      const sent: Part[] = [];
      const acknowledged = new Set<Part>();
      let isPrimaryGone = false;
      const sending = ['98AA', '98BB'].map(async (institution) => {
        for (let number = 1; !isPrimaryGone; number += 1) {
          const part = createPart(institution, 0, number);
          sent.push(part);
          if ((await send(proxy.url, tokens, part)) !== undefined) acknowledged.add(part);
        }
      });
      await expect.poll(() => acknowledged.size, { timeout: 30_000 }).toBeGreaterThan(3);
      await primary.kill();
      isPrimaryGone = true;
      await Promise.all(sending);

      expect(await recordsInList()).toBeGreaterThanOrEqual(2);
      expect((await getAsHolder('/shares')).status).toBe(503);
      expect((await fetch(`${proxy.url}/ready`)).status).toBe(503);

      await execute(replica, 'select pg_promote()');
      for (const part of sent) await sendAgain(proxy.url, tokens, part, acknowledged.has(part));
      parts.push(...sent);
      expect(sent.length).toBeGreaterThan(acknowledged.size);
      for (const { url } of registers) expect((await fetch(`${url}/ready`)).status).toBe(200);
    }, 60_000);

    test('nothing was lost and nothing doubled', async () => {
      const store = await open(replica.url('register'));
      await checkContent(store.database, parts);
      await store.close();
    });

    test('a dump has it all, and after it was restored no place in a status list is used twice', async () => {
      const file = join(replica.place.folder, 'register.dump');
      const restored = await replica.createDatabase('restored');
      const dump = ['--format=custom', `--file=${file}`, replica.url('register')];
      await runProgram(join(programs ?? '', 'pg_dump'), dump);
      const restore = [`--dbname=${restored}`, '--no-owner', file];
      await runProgram(join(programs ?? '', 'pg_restore'), restore);
      await execute(replica, await afterRestoring(), 'restored');

      const store = await open(restored);
      await checkContent(store.database, parts);
      const [place] = await takePlaces(store.database, 1);
      expect(place?.statusList).toBeGreaterThan(1_000);
      await store.close();
    });
  },
);

async function open(url: string): Promise<Store> {
  const primary = DatabaseAddress.parse(url);
  if (primary === undefined) throw new Error('The address of the database is invalid.');
  return openPostgresql({ primary });
}

/** What `docs/operate.md` tells to run after an older backup was restored. */
async function afterRestoring(): Promise<string> {
  const guide = await readFile(new URL('../../../docs/operate.md', import.meta.url), 'utf8');
  const [, script] = /```sql\n(update status_lists[^`]+)```/.exec(guide) ?? [];
  if (script === undefined) throw new Error('The guide has no such script any more.');
  return script;
}

/** The address of a database that two servers have, the first of them to be tried first. */
function bothHosts(first: PostgresqlServer, second: PostgresqlServer): string {
  const { hostname } = new URL(second.url('register'));
  return first.url('register').replace(/\/register$/, `,${hostname}/register`);
}

/** Makes every commit wait until a replica has it on disk, once there is one. */
async function replicateSynchronously(primary: PostgresqlServer): Promise<void> {
  await execute(primary, `alter system set synchronous_standby_names = 'ANY 1 (*)'`);
  await execute(primary, 'select pg_reload_conf()');
  const standbys = () => execute(primary, 'select sync_state from pg_stat_replication');
  await vi.waitFor(
    async () => expect(await standbys()).toEqual([{ sync_state: 'quorum' }]),
    30_000,
  );
}
