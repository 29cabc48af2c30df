import { randomInt } from 'node:crypto';
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
    const indexes = chooseFree(taken, Math.min(count - places.length, list.free));
    for (const index of indexes) take(taken, index);
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

/** The beginning of a random order of the free indexes (Fisher and Yates). */
function chooseFree(taken: Uint8Array, count: number): number[] {
  const free = Array.from({ length: statusListSize }, (_, index) => index).filter(
    (index) => !isTaken(taken, index),
  );
  for (let at = 0; at < count; at += 1) {
    const other = randomInt(at, free.length);
    [free[at], free[other]] = [free[other] ?? 0, free[at] ?? 0];
  }
  return free.slice(0, count);
}

function isTaken(taken: Uint8Array, index: number): boolean {
  return (((taken[index >> 3] ?? 0) >> (index & 7)) & 1) === 1;
}

function take(taken: Uint8Array, index: number): void {
  taken[index >> 3] = (taken[index >> 3] ?? 0) | (1 << (index & 7));
}
