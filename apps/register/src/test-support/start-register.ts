import type { FastifyInstance } from 'fastify';
import { type Configuration, parseConfiguration } from '../configuration.ts';
import { createComposer } from '../extracts/compose/composer.ts';
import { createKeyMaterial } from '../keys/key-material.ts';
import { createLiveKeys, type LiveKeys } from '../keys/live-keys.ts';
import { loadReference } from '../reference/reference.ts';
import type { ReferenceSet } from '../reference/reference-set.ts';
import { createRegister, type Register } from '../register.ts';
import { createServer, type ServerOptions } from '../server.ts';
import type { Store } from '../store/store.ts';
import { testReferenceSet } from './reference-set.ts';
import { openTestStore } from './test-store.ts';
import { createTestIssuer, type TestIssuer } from './tokens.ts';

/** The clock of a register under test: it stands still until it is set. */
export interface TestClock {
  now(): Date;
  set(instant: string): void;
  /** Seconds forward. */
  advance(seconds: number): void;
}

/** A register that runs inside the test: a fresh database, throw-away keys, a fixed clock. */
export interface TestRegister extends AsyncDisposable {
  readonly server: FastifyInstance;
  readonly register: Register;
  readonly clock: TestClock;
  readonly tokens: TestIssuer;
  /** The keys, to be rotated. */
  readonly liveKeys: LiveKeys;
  close(): Promise<void>;
}

export interface TestRegisterOptions extends ServerOptions {
  readonly configuration?: Partial<Configuration>;
  readonly reference?: ReferenceSet;
  /** Where its database is, instead of a fresh one; it is closed with the register. */
  readonly store?: Store;
}

/** The moment at which tests begin. */
export const testStart = '2026-11-23T12:00:00.000Z';

/** Starts a register for a test. Close it when done. */
export async function startRegister(options: TestRegisterOptions = {}): Promise<TestRegister> {
  const clock = createTestClock(testStart);
  const configuration = {
    ...parseConfiguration({
      REGISTER_URL: 'https://register.example',
      IDENTITY_URL: 'https://identity.example',
      PORTAL_ORIGINS: 'https://portal.example',
      CHECK_URL: 'https://check.example/check',
    }),
    ...options.configuration,
  };
  const liveKeys = await createLiveKeys(await createKeyMaterial(clock.now()), clock.now);
  const { keys } = liveKeys;
  const tokens = await createTestIssuer({
    issuer: configuration.identityUrl,
    audience: `${configuration.url}/v1`,
    encryptionKey: keys.tokenEncryption.current().publicKey,
    now: clock.now,
  });
  const store = options.store ?? (await openTestStore());
  await loadReference(store.database, options.reference ?? testReferenceSet);
  const composer = createComposer({ threads: 1, patience: 30_000 });
  const register = await createRegister({
    configuration,
    database: store.database,
    readDatabase: store.readDatabase,
    poolSize: store.poolSize,
    keys,
    hasAllKeys: () => true,
    composer,
    issuerKeys: tokens.keys,
    now: clock.now,
  });
  const server = await createServer(register, options);
  async function close() {
    await server.close();
    await composer.close();
    await store.close();
  }
  return { server, register, clock, tokens, liveKeys, close, [Symbol.asyncDispose]: close };
}

function createTestClock(start: string): TestClock {
  let instant = new Date(start).getTime();
  return {
    now: () => new Date(instant),
    set: (next) => {
      instant = new Date(next).getTime();
    },
    advance: (seconds) => {
      instant += seconds * 1_000;
    },
  };
}
