import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** What makes a machine as busy as a burst of downloads does, with nothing of the register in it. */
export interface BusyMachine {
  /** Where every request is turned away. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a thread that computes, of the lowest priority, and one that turns requests away. */
export async function startBusyMachine(): Promise<BusyMachine> {
  const computing = new Worker(new URL('compute.ts', import.meta.url));
  const turningAway = new Worker(new URL('turn-away.ts', import.meta.url));
  const [port] = await once(turningAway, 'message');
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      await Promise.all([computing.terminate(), turningAway.terminate()]);
    },
  };
}
