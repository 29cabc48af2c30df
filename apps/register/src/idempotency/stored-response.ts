import type { FastifyReply } from 'fastify';
import type { ContentPlace } from '../keys/content-cipher.ts';
import type { Keys } from '../keys/keys.ts';
import type { IdempotentResponseRow } from '../store/schema.ts';

/** An answer that can be given again. */
export interface StoredResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

type Place = Pick<IdempotentResponseRow, 'holderId' | 'operation' | 'keyHash'>;
type Content = Pick<IdempotentResponseRow, 'content' | 'contentKeyId'>;
type Head = Omit<StoredResponse, 'body'>;

/** Before the body come the status and the headers as JSON, and before those their length. */
const lengthOfLength = 4;

/** Encrypts a response for its row: it may hold secrets that are told once. */
export function closeResponse(
  keys: Pick<Keys, 'content'>,
  place: Place,
  { body, ...rest }: StoredResponse,
): Content {
  const head = Buffer.from(JSON.stringify(rest));
  const length = Buffer.alloc(lengthOfLength);
  length.writeUInt32BE(head.length);
  return keys.content.encrypt(Buffer.concat([length, head, body]), contentPlace(place));
}

/** Reads a response back; undefined when there is none yet. */
export function openResponse(
  keys: Pick<Keys, 'content'>,
  place: Place,
  { content, contentKeyId }: Content,
): StoredResponse | undefined {
  if (content === null || contentKeyId === null) return undefined;
  const plaintext = keys.content.decryptBytes({ content, contentKeyId }, contentPlace(place));
  const end = lengthOfLength + plaintext.readUInt32BE();
  const head = JSON.parse(plaintext.toString('utf8', lengthOfLength, end)) as Head;
  return { ...head, body: plaintext.subarray(end) };
}

/** Gives a response, for the first time or again. */
export function sendResponse(reply: FastifyReply, response: StoredResponse): FastifyReply {
  return reply.code(response.status).headers(response.headers).send(Buffer.from(response.body));
}

function contentPlace({ holderId, keyHash, operation }: Place): ContentPlace {
  const row = [holderId, operation, Buffer.from(keyHash).toString('hex')].join(' ');
  return { table: 'idempotent_responses', row };
}
