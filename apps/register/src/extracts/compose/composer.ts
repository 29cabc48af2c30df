import { availableParallelism } from 'node:os';
import type { Extract } from '@diplomaregister/contract';
import type { Preparation, PreparedDocument } from '@diplomaregister/seal/seal';
import { Piscina } from 'piscina';
import type { ComposeOptions } from './typesetter.ts';
import { limitTypstThreads } from './typst-threads.ts';

/** Makes the PDFs of extracts beside the thread that serves requests, up to the signature. */
export interface Composer {
  /**
   * Does work that makes an extract, when its turn has come: one at a time for each thread. While that is
   * read and stored, its thread leaves a core to others. In a burst most are turned away before
   * anything was done for them.
   *
   * @throws {ComposerBusyError} when more were admitted than can be made in good time.
   */
  admit<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Whether one more would not be admitted now. */
  isBusy(): boolean;
  /** As `Typesetter.compose` and `prepareDocument`, in another thread. No key leaves this one. */
  compose(task: ComposeTask): Promise<PreparedDocument>;
  /** How many extracts wait for their turn. */
  waiting(): number;
  close(): Promise<void>;
}

/** Too many extracts are asked for at once. */
export class ComposerBusyError extends Error {
  constructor() {
    super('More extracts are asked for than can be composed in good time.');
    this.name = 'ComposerBusyError';
  }
}

export interface ComposerOptions {
  /** How many threads work at once; by default one for each core but one. */
  readonly threads?: number;
  /** How many extracts may be admitted at most. */
  readonly room?: number;
  /** Milliseconds in which the last one that is admitted should be done. */
  readonly patience?: number;
}

/** An extract to compose, and how it will be sealed. */
export interface ComposeTask extends ComposeOptions {
  readonly extract: Extract;
  readonly preparation: Preparation;
}

/** What an extract takes while threads and fonts are being loaded. */
const coldMilliseconds = 100;

/** Starts the threads when the first extract is asked for. */
export function createComposer({
  threads = Math.max(1, availableParallelism() - 1),
  room = 512,
  patience = 1_000,
}: ComposerOptions = {}): Composer {
  limitTypstThreads(threads);
  const pool = new Piscina<ComposeTask, PreparedDocument>({
    filename: new URL('compose-worker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 60_000,
    // A thread that waits by them never turns its event loop, and what native code gave it, such as
    // the bytes of each PDF, is only let go there.
    atomics: 'disabled',
  });
  const queue: { readonly since: number; begin(): void }[] = [];
  let working = 0;
  /** Of the last few extracts. */
  let averageMilliseconds = coldMilliseconds;

  function isBusy(): boolean {
    const admitted = working + queue.length;
    const wait = (admitted * averageMilliseconds) / threads;
    // When the threads got slower, whoever waits tells it before whoever is done.
    const waited = queue[0] === undefined ? 0 : performance.now() - queue[0].since;
    return admitted >= room || Math.max(wait, waited) > patience;
  }

  async function takeTurn(): Promise<void> {
    if (working === threads) {
      await new Promise<void>((begin) => queue.push({ since: performance.now(), begin }));
    } else working += 1;
  }

  function passTurn(): void {
    const next = queue.shift();
    if (next === undefined) working -= 1;
    else next.begin();
  }

  return {
    async admit(work) {
      if (isBusy()) throw new ComposerBusyError();
      await takeTurn();
      const began = performance.now();
      try {
        const result = await work();
        averageMilliseconds += (performance.now() - began - averageMilliseconds) / 8;
        return result;
      } finally {
        passTurn();
      }
    },
    compose: (task) => pool.run(task),
    isBusy,
    waiting: () => queue.length,
    close: () => pool.close({ force: true }),
  };
}
