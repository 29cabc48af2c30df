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
  /** How many extracts may wait: at some milliseconds each, about a second's work. */
  readonly queue?: number;
}

/** An extract to compose, and how it will be sealed. */
export interface ComposeTask extends ComposeOptions {
  readonly extract: Extract;
  readonly preparation: Preparation;
}

/** Starts the threads when the first extract is asked for. */
export function createComposer({
  threads = availableParallelism(),
  queue = 128,
}: ComposerOptions = {}): Composer {
  const pool = new Piscina<ComposeTask, PreparedDocument>({
    filename: new URL('compose-worker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 60_000,
    maxQueue: queue,
  });
  return {
    async compose(task) {
      if (pool.queueSize >= queue) throw new ComposerBusyError();
      return pool.run(task);
    },
    close: () => pool.close({ force: true }),
  };
}
