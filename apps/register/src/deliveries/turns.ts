import { Problem } from '../problems/problem.ts';

/**
 * Does work when there is a place for it among all that came before under the same name.
 *
 * @throws {Problem} `unavailable` when there was none in good time, where there is a limit to that.
 */
export type Turns = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;

interface Places {
  taken: number;
  /** Who waits for a place, in the order in which they came. */
  readonly waiting: Set<() => void>;
}

/**
 * Turns in which as much work as `atOnce` is done at the same time under one name, and the rest waits
 * for `patience` milliseconds at most.
 */
export function createTurns(atOnce: number, patience?: number): Turns {
  const places = new Map<string, Places>();
  return async (name, work) => {
    const own = places.get(name) ?? { taken: 0, waiting: new Set() };
    places.set(name, own);
    if (own.taken < atOnce) own.taken += 1;
    else await waitAmong(own.waiting, patience);
    try {
      return await work();
    } finally {
      const [next] = own.waiting;
      if (next !== undefined) next();
      else own.taken -= 1;
      if (own.taken === 0) places.delete(name);
    }
  };
}

function waitAmong(waiting: Set<() => void>, patience: number | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = patience === undefined ? undefined : setTimeout(giveUp, patience);
    function begin() {
      waiting.delete(begin);
      clearTimeout(timer);
      resolve();
    }
    function giveUp() {
      waiting.delete(begin);
      const seconds = String(Math.ceil((patience ?? 0) / 1_000));
      reject(new Problem('unavailable', { headers: { 'Retry-After': seconds } }));
    }
    waiting.add(begin);
  });
}

/** How deliveries wait for each other; those of one institution by its code. */
export interface DeliveryTurns {
  /** To be read: two are kept in memory, however many are sent; the others wait in the network. */
  readonly read: Turns;
  /**
   * To be stored, one of an institution at a time: the database would make them wait anyway. Here
   * they wait without a connection, so that others get in. Of the connections, all institutions
   * together take half, and come by turns: each has one delivery among those that wait.
   */
  readonly store: Turns;
}

/** Milliseconds that a delivery waits to be stored; a proxy gives up after twice that, or more. */
const patience = 30_000;

/** Turns for deliveries to a database to which there are so many connections. */
export function createDeliveryTurns(connections: number): DeliveryTurns {
  const ofOne = createTurns(1);
  const ofAll = createTurns(Math.max(1, Math.floor(connections / 2)), patience);
  return {
    read: createTurns(2),
    store: (institution, work) => ofOne(institution, () => ofAll('all', work)),
  };
}
