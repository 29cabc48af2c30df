import { setTimeout as wait } from 'node:timers/promises';
import type { OperationId } from '../contract/operations.ts';
import type { HolderId } from '../holders/holder-id.ts';
import type { KeyedHash } from '../keys/keyed-hash.ts';
import { Problem } from '../problems/problem.ts';
import type { Register } from '../register.ts';
import type { IdempotentResponseRow } from '../store/schema.ts';
import { type Answer, closeAnswer, type KeptAnswer, openAnswer } from './stored-answer.ts';

/** A request that must have its effect once, however often it is sent. */
export interface IdempotentRequest {
  readonly holderId: HolderId;
  readonly operation: OperationId;
  /** The value of `Idempotency-Key`. */
  readonly key: string;
  readonly body: unknown;
}

/** Milliseconds for which a response can be given again. */
export const keptFor = 10 * 60 * 1_000;
/** Milliseconds after which a request that gave no response is held to have died. */
const patience = 30 * 1_000;
/** Milliseconds between two looks at a request that is still at work. */
const interval = 25;

type Keeper = Pick<Register, 'database' | 'keys' | 'now'>;
type Place = Pick<IdempotentResponseRow, 'holderId' | 'operation' | 'keyHash'>;

/**
 * Answers a request, or gives the answer that the same request had. Of requests that come at once,
 * one is served and the others wait for its answer. A request that fails leaves nothing behind, so
 * it may be tried again. `again` makes the answer of what was kept of it.
 *
 * @throws {Problem} `idempotency-key-reused` when the key was used for another request.
 */
export async function answerOnce(
  register: Keeper,
  request: IdempotentRequest,
  answer: () => Promise<Answer>,
  again: (kept: KeptAnswer) => Promise<Answer> = takeKept,
): Promise<Answer> {
  const hash = await hashOf(register, request);
  const place = placeOf(hash, request);
  const requestHash = hash.digest('idempotent-request', JSON.stringify(request.body));
  const deadline = Date.now() + patience;
  while (!(await begin(register, place, requestHash))) {
    const row = await find(register, place);
    if (row !== undefined) {
      if (Buffer.compare(row.requestHash, requestHash) !== 0) {
        throw new Problem('idempotency-key-reused');
      }
      const kept = openAnswer(register.keys, place, row);
      if (kept !== undefined) return again(kept);
    }
    if (Date.now() > deadline) {
      throw new Problem('unavailable', { headers: { 'Retry-After': String(patience / 1_000) } });
    }
    await wait(interval);
  }
  return finish(register, place, answer);
}

async function takeKept({ kept, ...head }: KeptAnswer): Promise<Answer> {
  return { ...head, body: kept };
}

/** The hash under which this request began: that of before, when a key came into use since. */
async function hashOf(register: Keeper, request: IdempotentRequest): Promise<KeyedHash> {
  const current = register.keys.hash.current();
  for (const hash of register.keys.hash.all()) {
    const isEarlier = hash.keyId !== current.keyId;
    if (isEarlier && (await find(register, placeOf(hash, request))) !== undefined) return hash;
  }
  return current;
}

function placeOf(hash: KeyedHash, { holderId, key, operation }: IdempotentRequest): Place {
  return { holderId, operation, keyHash: hash.digest('idempotency-key', key) };
}

/**
 * Whether this request is the one to be served: nothing is kept of an earlier one with its key, or
 * what is kept is of too long ago, or that one began and never ended.
 */
async function begin(register: Keeper, place: Place, requestHash: Uint8Array): Promise<boolean> {
  const started = {
    requestHash,
    startedAt: register.now(),
    content: null,
    contentKeyId: null,
  } as const;
  const before = (milliseconds: number) => new Date(started.startedAt.getTime() - milliseconds);
  const { numInsertedOrUpdatedRows } = await register.database
    .insertInto('idempotentResponses')
    .values({ ...place, ...started })
    .onConflict((conflict) =>
      conflict
        .columns(['holderId', 'operation', 'keyHash'])
        .doUpdateSet(started)
        .where(({ and, eb, or }) =>
          or([
            eb('idempotentResponses.startedAt', '<', before(keptFor)),
            and([
              eb('idempotentResponses.startedAt', '<', before(patience)),
              eb('idempotentResponses.content', 'is', null),
            ]),
          ]),
        ),
    )
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

async function finish(
  register: Keeper,
  place: Place,
  answer: () => Promise<Answer>,
): Promise<Answer> {
  try {
    const given = await answer();
    await at(register.database.updateTable('idempotentResponses'), place)
      .set(closeAnswer(register.keys, place, given))
      .execute();
    return given;
  } catch (error) {
    await at(register.database.deleteFrom('idempotentResponses'), place).execute();
    throw error;
  }
}

function find(register: Keeper, place: Place): Promise<IdempotentResponseRow | undefined> {
  return at(
    register.database.selectFrom('idempotentResponses').selectAll(),
    place,
  ).executeTakeFirst();
}

/** Narrows a query to one row. */
function at<Query extends { where(column: keyof Place, operator: '=', value: unknown): Query }>(
  query: Query,
  place: Place,
): Query {
  return query
    .where('holderId', '=', place.holderId)
    .where('operation', '=', place.operation)
    .where('keyHash', '=', place.keyHash);
}
