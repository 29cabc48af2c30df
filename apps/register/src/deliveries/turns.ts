/** Does work when there is a place for it among all that came before under the same name. */
export type Turns = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;

interface Places {
  taken: number;
  /** Who waits for a place, in the order in which they came. */
  readonly waiting: (() => void)[];
}

/** Turns in which as much work as `atOnce` is done at the same time under one name. */
export function createTurns(atOnce: number): Turns {
  const places = new Map<string, Places>();
  return async (name, work) => {
    const own = places.get(name) ?? { taken: 0, waiting: [] };
    places.set(name, own);
    if (own.taken < atOnce) own.taken += 1;
    else await new Promise<void>((resolve) => own.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = own.waiting.shift();
      if (next !== undefined) next();
      else own.taken -= 1;
      if (own.taken === 0) places.delete(name);
    }
  };
}

/** How the deliveries of one institution wait for each other; each of them by the institution's code. */
export interface DeliveryTurns {
  /** To be read: two are kept in memory, however many are sent; the others wait in the network. */
  readonly read: Turns;
  /**
   * To be stored, one at a time: the database would make them wait anyway. Here they wait without a
   * connection, so that the deliveries of others get in.
   */
  readonly store: Turns;
}

export function createDeliveryTurns(): DeliveryTurns {
  return { read: createTurns(2), store: createTurns(1) };
}
