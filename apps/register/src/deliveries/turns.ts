/** Does work when all work under the same name that came before is done. */
export type Turns = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;

/**
 * Deliveries of one institution have to wait for each other anyway; here they wait without a
 * connection to the database, so that however many one institution sends at once, the others get in.
 */
export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return async (name, work) => {
    const before = last.get(name) ?? Promise.resolve();
    const own = before.catch(() => undefined).then(work);
    last.set(name, own);
    try {
      return await own;
    } finally {
      if (last.get(name) === own) last.delete(name);
    }
  };
}
