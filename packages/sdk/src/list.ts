import { mostBytes } from './body.ts';
import type { Connection } from './connection.ts';
import { UnexpectedAnswerError } from './errors.ts';
import type { RequestOptions } from './request.ts';
import { ask, readJson } from './request.ts';

/** A part of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Whether there are items after these. */
  readonly hasMore: boolean;
}

/** How to read a list. */
export interface ListOptions extends RequestOptions {
  /** How many items the register gives at once, 1 to 100; 100 when absent. */
  readonly limit?: number | undefined;
}

/** A list of the register: await it for the first page, or iterate over all of its items. */
export interface List<T> extends PromiseLike<Page<T>>, AsyncIterable<T> {}

interface CursorPage<T> {
  readonly items: readonly T[];
  readonly next: string | undefined;
}

/** A list at a path; asked for when it is awaited or iterated, each time anew. */
export function list<T>(
  connection: Connection,
  path: string,
  { signal, ...wanted }: ListOptions = {},
  authorized = true,
): List<T> {
  function read(cursor?: string): Promise<CursorPage<T>> {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...wanted, cursor })) {
      if (value !== undefined) query.set(name, String(value));
    }
    const target = query.size > 0 ? `${path}?${query}` : path;
    return connection.send(ask('GET', target, { signal }, { authorized }), readPage<T>);
  }

  return {
    // biome-ignore lint/suspicious/noThenProperty: a list is made to be awaited
    then(fulfilled, rejected) {
      const page = read().then(({ items, next }) => ({ items, hasMore: next !== undefined }));
      return page.then(fulfilled, rejected);
    },
    async *[Symbol.asyncIterator]() {
      let page = await read();
      for (;;) {
        yield* page.items;
        if (page.next === undefined) return;
        page = await read(page.next);
      }
    },
  };
}

async function readPage<T>(response: Response): Promise<CursorPage<T>> {
  const { items } = await readJson<{ items?: readonly T[] }>(response, mostBytes.list);
  if (!Array.isArray(items)) throw new UnexpectedAnswerError('answer-malformed', response.status);
  return { items, next: nextCursor(response.headers.get('link')) };
}

/** The cursor in `Link` (RFC 8288); only that is taken from it, never the address. */
function nextCursor(link: string | null): string | undefined {
  const [, target = ''] = /<([^>]*)>\s*;[^,]*\brel="?next"?/.exec(link ?? '') ?? [];
  return new URLSearchParams(target.slice(target.indexOf('?'))).get('cursor') ?? undefined;
}
