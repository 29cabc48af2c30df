import type { Register } from './register.ts';

/** What a list was read as, and for how long. */
export interface Reading<T> {
  readonly value: T;
  /** Seconds for which the list itself says that it may be kept. */
  readonly ttl?: number;
}

/** A public list, and how to read it. */
export interface ListSource<T> {
  readonly path: string;
  readonly mediaType: string;
  read(content: Uint8Array<ArrayBuffer>): Reading<T> | Promise<Reading<T>>;
}

/** Seconds for which a register that did not answer is not asked again: many files may wait. */
const rest = 5;

/**
 * A list of the register that is asked for once, kept for as long as the answer and the list itself
 * allow, and then revalidated. Undefined when it cannot be had: what is out of date is never given.
 * Rejects when `read` does, or when the register's signal is aborted.
 */
export function keepList<T>(
  register: Register,
  { mediaType, path, read }: ListSource<T>,
  now: () => Date,
): () => Promise<T | undefined> {
  let known: { readonly content: Uint8Array<ArrayBuffer>; readonly etag?: string } | undefined;
  let current: Promise<T | undefined> | undefined;
  let until = Infinity;

  async function ask(): Promise<T | undefined> {
    const answer = await register.get(path, mediaType, known?.etag);
    const time = now().getTime();
    if (answer.kind === 'answer') {
      const { content, etag } = answer;
      known = { content, ...(etag !== undefined && { etag }) };
    } else if (answer.kind !== 'unchanged' || !known) {
      until = time + rest * 1000;
      return undefined;
    }
    until = time;
    // Read again even if unchanged: it may have ended meanwhile.
    const { ttl, value } = await read(known.content);
    const seconds = Math.min(answer.maxAge ?? ttl ?? 0, ttl ?? Infinity);
    until = time + seconds * 1000;
    return value;
  }

  return () => {
    if (!current || now().getTime() >= until) {
      // Whoever asks while the answer is under way gets the same one.
      until = Infinity;
      current = ask();
    }
    return current;
  };
}
