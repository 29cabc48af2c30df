import type { Bytes } from '../bytes/bytes.ts';
import { asBytes, equal } from '../bytes/bytes.ts';
import { Malformed, readDer, tag } from '../der/reader.ts';
import { boolean, integer, octetString, sequence } from '../der/writer.ts';
import { Rejection } from '../reasons.ts';
import type { Hash } from '../x509/algorithms.ts';
import { writeHash } from '../x509/write-signature.ts';
import type { TimestampAuthority } from './timestamp-authority.ts';
import { readTimestampInfo } from './token.ts';

/** Why an authority gave no timestamp. */
export type TimestampErrorCode =
  /** It could not be reached, or broke off. */
  | 'unreachable'
  /** It did not answer in time. */
  | 'timeout'
  /** It answered with an HTTP status other than 200. */
  | 'http-status'
  /** It answered with something else than a timestamp. */
  | 'content-type'
  /** Its answer is larger than any timestamp, or not in DER. */
  | 'malformed'
  /** It refused: the PKIStatus is neither granted nor grantedWithMods. */
  | 'rejected'
  /** Its token is for another request: nonce or imprint differ. */
  | 'mismatch';

/** Thrown when an authority gave no timestamp. */
export class TimestampError extends Error {
  readonly code: TimestampErrorCode;
  constructor(code: TimestampErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'TimestampError';
    this.code = code;
  }
}

export interface HttpTimestampAuthorityOptions {
  /** Where the authority takes requests. */
  readonly url: string | URL;
  readonly fetch?: typeof globalThis.fetch;
  /** Milliseconds until an answer must be there, whole; 10,000 by default. */
  readonly timeout?: number;
  /** The hash of the signature that is stamped; SHA-256 by default. */
  readonly hash?: Hash;
  readonly crypto?: Crypto;
}

/** The largest answer that is read, in bytes. */
const mostBytes = 64 * 1024;

const contentTypes = {
  query: 'application/timestamp-query',
  reply: 'application/timestamp-reply',
} as const;

/**
 * An authority that is asked over HTTP (RFC 3161, section 3.4). Its answer is compared with the
 * request; whether the token is whole and for the signature, `seal` verifies before it takes it.
 *
 * `timestamp` rejects with a {@link TimestampError}.
 */
export function createHttpTimestampAuthority(
  options: HttpTimestampAuthorityOptions,
): TimestampAuthority {
  const { crypto = globalThis.crypto, hash = 'SHA-256', timeout = 10_000, url } = options;
  const { fetch = globalThis.fetch } = options;
  return {
    hash,
    async timestamp(digest) {
      const nonce = integer(crypto.getRandomValues(new Uint8Array(16)));
      const imprint = sequence(writeHash(hash), octetString(digest));
      const request = sequence(integer(1), imprint, nonce, boolean(true));
      const reply = await post(fetch, url, request, timeout);
      try {
        return readReply(reply, asBytes(digest), nonce, hash);
      } catch (cause) {
        if (!(cause instanceof Malformed || cause instanceof Rejection)) throw cause;
        throw new TimestampError('malformed', 'The answer is not a timestamp', cause);
      }
    },
  };
}

async function post(
  fetch: typeof globalThis.fetch,
  url: string | URL,
  body: Bytes,
  timeout: number,
): Promise<Bytes> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': contentTypes.query, accept: contentTypes.reply },
      body,
      // Never followed: it is a status other than 200.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    });
    if (response.status !== 200) {
      throw new TimestampError('http-status', `The authority answered ${response.status}`);
    }
    const type = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
    if (type !== contentTypes.reply) {
      throw new TimestampError('content-type', 'The answer is not of the type of a timestamp');
    }
    return await readBody(response);
  } catch (cause) {
    if (cause instanceof TimestampError) throw cause;
    const isLate = cause instanceof Error && cause.name === 'TimeoutError';
    throw isLate
      ? new TimestampError('timeout', 'The authority did not answer in time', cause)
      : new TimestampError('unreachable', 'The authority could not be reached', cause);
  }
}

async function readBody(response: Response): Promise<Bytes> {
  const whole = new Uint8Array(mostBytes);
  let length = 0;
  for await (const part of response.body ?? []) {
    if (length + part.length > mostBytes) {
      throw new TimestampError('malformed', 'The answer is larger than any timestamp');
    }
    whole.set(part, length);
    length += part.length;
  }
  return whole.slice(0, length);
}

/** TimeStampResp (RFC 3161, section 2.4.2): gives its token. */
function readReply(reply: Bytes, digest: Bytes, nonce: Bytes, hash: Hash): Bytes {
  const fields = readDer(reply).children(tag.sequence);
  const status = fields.next().children(tag.sequence).next().number();
  if (status > 1) {
    throw new TimestampError('rejected', `The authority refused, with status ${status}`);
  }
  const token = fields.next(tag.sequence).bytes;
  fields.end();
  const info = readTimestampInfo(token);
  const isSame =
    info.hash === hash &&
    equal(info.imprint, digest) &&
    info.nonce !== undefined &&
    equal(info.nonce, nonce);
  if (!isSame) throw new TimestampError('mismatch', 'The timestamp is for another request');
  return token;
}
