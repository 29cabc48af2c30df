import { availableParallelism } from 'node:os';
import type { Extract } from '@diplomaregister/contract';
import type { Preparation, PreparedDocument } from '@diplomaregister/seal/seal';
import { Piscina } from 'piscina';
import type { ComposeOptions } from './typesetter.ts';

/** Makes the PDFs of extracts beside the thread that serves requests, up to the signature. */
export interface Composer {
  /**
   * As `Typesetter.compose` and `prepareDocument`, in another thread. No key leaves this one.
   *
   * @throws {ComposerBusyError} when more extracts are waiting than can be made in good time.
   */
  compose(task: ComposeTask): Promise<PreparedDocument>;
  /** Whether `compose` would refuse now: asked first, it saves the work that leads there. */
  isBusy(): boolean;
  /** How many extracts wait for a thread. */
  waiting(): number;
  close(): Promise<void>;
}

/** Too many extracts are asked for at once. */
export class ComposerBusyError extends Error {
  constructor() {
    super('More extracts are waiting than can be composed in good time.');
    this.name = 'ComposerBusyError';
  }
}

export interface ComposerOptions {
  /** How many threads work at once; by default as many as there are cores. */
  readonly threads?: number;
  /** How many extracts may wait at most. */
  readonly queue?: number;
  /** Milliseconds that one may have to wait, as long as the ones before took. */
  readonly patience?: number;
}

/** An extract to compose, and how it will be sealed. */
export interface ComposeTask extends ComposeOptions {
  readonly extract: Extract;
  readonly preparation: Preparation;
}

/** What a worker answers. */
export interface Composed {
  readonly prepared: PreparedDocument;
  /** How long it took. */
  readonly milliseconds: number;
}

/** Starts the threads when the first extract is asked for. */
export function createComposer({
  threads = availableParallelism(),
  queue = 512,
  patience = 1_000,
}: ComposerOptions = {}): Composer {
  const pool = new Piscina<ComposeTask, Composed>({
    filename: new URL('compose-worker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 60_000,
    maxQueue: queue,
  });
  /** Of the last few extracts. */
  let averageMilliseconds = 0;

  function isBusy(): boolean {
    const wait = (pool.queueSize * averageMilliseconds) / threads;
    return pool.queueSize >= queue || wait > patience;
  }

  return {
    isBusy,
    async compose(task) {
      if (isBusy()) throw new ComposerBusyError();
      const { milliseconds, prepared } = await pool.run(task);
      averageMilliseconds += (milliseconds - averageMilliseconds) / 8;
      return prepared;
    },
    waiting: () => pool.queueSize,
    close: () => pool.close({ force: true }),
  };
}
