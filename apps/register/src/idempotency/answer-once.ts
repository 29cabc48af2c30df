import { setTimeout as wait } from 'node:timers/promises';
import type { OperationId } from '../contract/operations.ts';
import type { HolderId } from '../holders/holder-id.ts';
import type { KeyedHash } from '../keys/keyed-hash.ts';
import { Problem } from '../problems/problem.ts';
import type { Register } from '../register.ts';
import type { IdempotentResponseRow } from '../store/schema.ts';
import type { Conclude } from '../store/store.ts';
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

/** Keeps the answer in the transaction of the effect, so that neither is there without the other. */
export type Keep = Conclude<Answer, Answer>;

type Keeper = Pick<Register, 'database' | 'keys' | 'now'>;
type Place = Pick<IdempotentResponseRow, 'holderId' | 'operation' | 'keyHash'>;

/** A request that is being served. */
interface Begun extends Place {
  readonly startedAt: Date;
}

/**
 * Answers a request, or gives the answer that the same request had. Of requests that come at once,
 * one is served and the others wait for its answer. A request that fails leaves nothing behind, so
 * it may be tried again. `answer` must `keep` what it gives; `again` makes the answer of what was kept
 * of it.
 *
 * @throws {Problem} `idempotency-key-reused` when the key was used for another request.
 */
export async function answerOnce(
  register: Keeper,
  request: IdempotentRequest,
  answer: (keep: Keep) => Promise<Answer>,
  again: (kept: KeptAnswer) => Promise<Answer> = takeKept,
): Promise<Answer> {
  const hash = await hashOf(register, request);
  const place = placeOf(hash, request);
  const requestHash = hash.digest('idempotent-request', JSON.stringify(request.body));
  const deadline = Date.now() + patience;
  for (;;) {
    const begun = await begin(register, place, requestHash);
    if (begun !== undefined) return finish(register, begun, answer);
    const row = await find(register, place);
    if (row !== undefined) {
      if (Buffer.compare(row.requestHash, requestHash) !== 0) {
        throw new Problem('idempotency-key-reused');
      }
      const kept = openAnswer(register.keys, place, row);
      if (kept !== undefined) return again(kept);
    }
    if (Date.now() > deadline) throw stillAtWork();
    await wait(interval);
  }
}

function stillAtWork(): Problem {
  return new Problem('unavailable', { headers: { 'Retry-After': String(patience / 1_000) } });
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
 * Begins with this request when it is the one to be served: nothing is kept of an earlier one with
 * its key, or what is kept is of too long ago, or that one began and never ended.
 */
async function begin(
  register: Keeper,
  place: Place,
  requestHash: Uint8Array,
): Promise<Begun | undefined> {
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
  return numInsertedOrUpdatedRows === 1n ? { ...place, startedAt: started.startedAt } : undefined;
}

async function finish(
  register: Keeper,
  begun: Begun,
  answer: (keep: Keep) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await answer(async (transaction, given) => {
      const { numUpdatedRows } = await unanswered(
        transaction.updateTable('idempotentResponses'),
        begun,
      )
        .set(closeAnswer(register.keys, begun, given))
        .executeTakeFirstOrThrow();
      // It took so long that the same request was begun with again, and has its effect there.
      if (numUpdatedRows === 0n) throw stillAtWork();
      return given;
    });
  } catch (error) {
    await unanswered(register.database.deleteFrom('idempotentResponses'), begun).execute();
    throw error;
  }
}

function find(register: Keeper, place: Place): Promise<IdempotentResponseRow | undefined> {
  return at(
    register.database.selectFrom('idempotentResponses').selectAll(),
    place,
  ).executeTakeFirst();
}

type Column = keyof Begun | 'content';

interface Narrowed<Query> {
  where(column: Column, operator: '=' | 'is', value: unknown): Query;
}

/** Narrows a query to the row of a request, as long as it is this one's and has no answer. */
function unanswered<Query extends Narrowed<Query>>(query: Query, begun: Begun): Query {
  return at(query, begun).where('startedAt', '=', begun.startedAt).where('content', 'is', null);
}

/** Narrows a query to one row. */
function at<Query extends Narrowed<Query>>(query: Query, place: Place): Query {
  return query
    .where('holderId', '=', place.holderId)
    .where('operation', '=', place.operation)
    .where('keyHash', '=', place.keyHash);
}
