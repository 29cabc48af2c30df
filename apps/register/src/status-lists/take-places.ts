import { randomFillSync, randomInt } from 'node:crypto';
import type { StatusListRow } from '../store/schema.ts';
import type { Queries } from '../store/store.ts';
import { statusListSize } from './status-reference.ts';

/** The place of a diploma version in a status list. */
export interface StatusPlace {
  readonly statusList: number;
  readonly statusIndex: number;
}

type List = Pick<StatusListRow, 'taken' | 'free'> & { readonly id: number };

/**
 * Takes places for new diploma versions, at random among those that are free, so that a place says
 * nothing of who was registered before or after. A list that another delivery is taking places in
 * is passed over.
 */
export async function takePlaces(queries: Queries, count: number): Promise<StatusPlace[]> {
  const places: StatusPlace[] = [];
  while (places.length < count) {
    const list = (await lockListWithRoom(queries)) ?? (await createList(queries));
    const taken = Uint8Array.from(list.taken);
    const indexes = takeFree(taken, list.free, Math.min(count - places.length, list.free));
    await queries
      .updateTable('statusLists')
      .set({ taken, free: list.free - indexes.length })
      .where('id', '=', list.id)
      .execute();
    for (const statusIndex of indexes) places.push({ statusList: list.id, statusIndex });
  }
  return places;
}

function lockListWithRoom(queries: Queries): Promise<List | undefined> {
  return queries
    .selectFrom('statusLists')
    .selectAll()
    .where('free', '>', 0)
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

function createList(queries: Queries): Promise<List> {
  return queries
    .insertInto('statusLists')
    .values({ taken: new Uint8Array(statusListSize / 8), free: statusListSize })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Free indexes in random order, each order as likely as any other; they become taken. */
function takeFree(taken: Uint8Array, free: number, count: number): number[] {
  const indexes: number[] = [];
  const random = createRandomIndexes();
  // While enough are free, trying finds one soon. A list of what is left is made for the last ones.
  while (indexes.length < count && free - indexes.length > statusListSize / 8) {
    const index = random();
    if (isTaken(taken, index)) continue;
    take(taken, index);
    indexes.push(index);
  }
  return indexes.length < count
    ? [...indexes, ...takeLast(taken, count - indexes.length)]
    : indexes;
}

/** The beginning of a random order of all that are free (Fisher and Yates). */
function takeLast(taken: Uint8Array, count: number): number[] {
  const free: number[] = [];
  for (let index = 0; index < statusListSize; index += 1) {
    if (!isTaken(taken, index)) free.push(index);
  }
  for (let at = 0; at < count; at += 1) {
    const other = randomInt(at, free.length);
    [free[at], free[other]] = [free[other] ?? 0, free[at] ?? 0];
  }
  const indexes = free.slice(0, count);
  for (const index of indexes) take(taken, index);
  return indexes;
}

/** Random places of a list. Its size is a power of two, so that the low bits of a number are one. */
function createRandomIndexes(): () => number {
  const stock = new Uint32Array(1_024);
  let next = stock.length;
  return () => {
    if (next === stock.length) {
      randomFillSync(stock);
      next = 0;
    }
    const number = stock[next] ?? 0;
    next += 1;
    return number & (statusListSize - 1);
  };
}

function isTaken(taken: Uint8Array, index: number): boolean {
  return (((taken[index >> 3] ?? 0) >> (index & 7)) & 1) === 1;
}

function take(taken: Uint8Array, index: number): void {
  taken[index >> 3] = (taken[index >> 3] ?? 0) | (1 << (index & 7));
}
