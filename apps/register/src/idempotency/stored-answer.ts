import type { FastifyReply } from 'fastify';
import type { ContentPlace } from '../keys/content-cipher.ts';
import type { Keys } from '../keys/keys.ts';
import type { IdempotentResponseRow } from '../store/schema.ts';

interface Head {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** An answer that can be given again. */
export interface Answer extends Head {
  readonly body: Uint8Array;
  /** What the body can be made of again, where that is much less; else the body itself is kept. */
  readonly kept?: Uint8Array;
}

/** What is left of an answer that was given. */
export interface KeptAnswer extends Head {
  readonly kept: Uint8Array;
}

type Place = Pick<IdempotentResponseRow, 'holderId' | 'operation' | 'keyHash'>;
type Content = Pick<IdempotentResponseRow, 'content' | 'contentKeyId'>;

/** Before what is kept come the status and the headers as JSON, and before those their length. */
const lengthOfLength = 4;

/** Encrypts an answer for its row: it may hold secrets that are told once. */
export function closeAnswer(
  keys: Pick<Keys, 'content'>,
  place: Place,
  { body, headers, kept = body, status }: Answer,
): Content {
  const head = Buffer.from(JSON.stringify({ status, headers } satisfies Head));
  const length = Buffer.alloc(lengthOfLength);
  length.writeUInt32BE(head.length);
  return keys.content.encrypt(Buffer.concat([length, head, kept]), contentPlace(place));
}

/** Reads an answer back; undefined when there is none yet. */
export function openAnswer(
  keys: Pick<Keys, 'content'>,
  place: Place,
  { content, contentKeyId }: Content,
): KeptAnswer | undefined {
  if (content === null || contentKeyId === null) return undefined;
  const plaintext = keys.content.decryptBytes({ content, contentKeyId }, contentPlace(place));
  const end = lengthOfLength + plaintext.readUInt32BE();
  const head = JSON.parse(plaintext.toString('utf8', lengthOfLength, end)) as Head;
  return { ...head, kept: plaintext.subarray(end) };
}

/**
 * Gives an answer, for the first time or again. Its bytes are let go of when they are sent: collecting
 * the files of many downloads as garbage would hold up everybody else.
 */
export function sendAnswer(reply: FastifyReply, { body, headers, status }: Answer): FastifyReply {
  const { buffer, byteLength, byteOffset } = body;
  reply.raw.once('close', () => {
    const isWhole = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;
    if (isWhole && !buffer.detached) buffer.transfer(0);
  });
  return reply
    .code(status)
    .headers(headers)
    .send(Buffer.from(buffer, byteOffset, byteLength));
}

function contentPlace({ holderId, keyHash, operation }: Place): ContentPlace {
  const row = [holderId, operation, Buffer.from(keyHash).toString('hex')].join(' ');
  return { table: 'idempotent_responses', row };
}
