/**
 * Resolves at Ctrl-C or SIGTERM. Later ones do nothing, for an end in the middle of stopping would
 * leave services running that nobody stops any more.
 */
export function untilSignal(): Promise<undefined> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => resolve(undefined));
    }
  });
}
