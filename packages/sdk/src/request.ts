import { discard, mostBytes, readText } from './body.ts';
import type { Connection, RegisterRequest } from './connection.ts';
import { UnexpectedAnswerError } from './errors.ts';
import { hasMediaType } from './refusal.ts';

/** What every method takes. */
export interface RequestOptions {
  /** Ends the request; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** What every method that creates something takes. */
export interface CreateOptions extends RequestOptions {
  /**
   * Names this one wish: whoever repeats it with the same key within ten minutes gets the same
   * answer. 16 to 128 of the characters `A-Z a-z 0-9 . _ ~ -`; random when absent.
   */
  readonly idempotencyKey?: string | undefined;
}

const json = 'application/json';

/** A request for JSON with the access token, that may be repeated; `more` tells what differs. */
export function ask(
  method: RegisterRequest['method'],
  path: string,
  { signal }: RequestOptions = {},
  more: Partial<Omit<RegisterRequest, 'method' | 'path' | 'signal'>> = {},
): RegisterRequest {
  return { method, path, accept: json, authorized: true, repeatable: true, ...more, signal };
}

/** Gets a JSON resource. */
export function get<T>(
  connection: Connection,
  path: string,
  options?: RequestOptions,
  authorized = true,
): Promise<T> {
  return connection.send(ask('GET', path, options, { authorized }), readJson<T>);
}

/** JSON that is sent with the access token; `repeatable` when a repeat does no harm. */
export function sending(
  method: 'PATCH' | 'POST',
  path: string,
  content: unknown,
  repeatable: boolean,
  options?: RequestOptions,
): RegisterRequest {
  const headers = { 'content-type': json };
  return ask(method, path, options, { repeatable, headers, body: JSON.stringify(content) });
}

/** A POST of JSON that creates something, safe to repeat by its idempotency key. */
export function creation(path: string, content: unknown, options: CreateOptions): RegisterRequest {
  const key = options.idempotencyKey ?? newIdempotencyKey();
  if (!/^[\w.~-]{16,128}$/.test(key)) {
    throw new TypeError('An idempotency key has 16 to 128 of A-Z a-z 0-9 . _ ~ -');
  }
  const request = sending('POST', path, content, true, options);
  return { ...request, headers: { ...request.headers, 'idempotency-key': key } };
}

/** A key for {@link CreateOptions}: 128 random bits. Works on a page that came by plain HTTP too. */
export function newIdempotencyKey(): string {
  // `randomUUID` is missing there.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Reads an answer that must be JSON, of at most `most` bytes; its shape is the contract's. */
export async function readJson<T>(response: Response, most: number = mostBytes.json): Promise<T> {
  if (!hasMediaType(response, json)) {
    discard(response);
    throw new UnexpectedAnswerError('not-a-register', response.status);
  }
  const text = await readText(response, most);
  try {
    return JSON.parse(text) as T;
  } catch {
    // The error is not kept as the cause: it would quote what was read.
    throw new UnexpectedAnswerError('answer-malformed', response.status);
  }
}
