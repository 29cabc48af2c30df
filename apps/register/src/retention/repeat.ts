export interface RepeatOptions {
  /** Milliseconds between two times. */
  readonly interval: number;
  /** Told what hinders; the next time may do better. */
  readonly onFault: (error: unknown) => void;
}

export interface Repetition {
  /** Does it now, after one that is at work. Never throws. */
  run(): Promise<void>;
  /** Does it no more, and waits for one that is at work. */
  stop(): Promise<void>;
}

/** Does something again and again, one at a time. */
export function repeat(
  work: () => Promise<unknown>,
  { interval, onFault }: RepeatOptions,
): Repetition {
  let running: Promise<void> = Promise.resolve();

  function run(): Promise<void> {
    running = running.then(work).then(() => undefined, onFault);
    return running;
  }

  const timer = setInterval(() => void run(), interval);
  timer.unref();
  return {
    run,
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
