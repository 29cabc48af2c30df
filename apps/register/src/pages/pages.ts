import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.ts';

/** What a value in a cursor must look like. */
interface Form {
  test(text: string): boolean;
}

/** The form of an instant in a cursor: one that there is, since the database refuses any other. */
export const instantForm: Form = {
  test(text) {
    const instant = new Date(text);
    const isReal = !Number.isNaN(instant.getTime()) && instant.toISOString() === text;
    // JavaScript has a year 0, and years of more digits; PostgreSQL does not.
    return isReal && /^(?!0000)\d{4}-/.test(text);
  },
};

/** The form of a UUID in a cursor. */
export const idForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A part of a list, and where the next part starts when there is more. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: readonly string[];
}

/**
 * Makes a page of rows of which one more was read than the page holds; `positionOf` gives the
 * values after which the next page starts.
 */
export function toPage<Row>(
  rows: readonly Row[],
  limit: number,
  positionOf: (row: Row) => readonly string[],
): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last !== undefined ? { items, next: positionOf(last) } : { items };
}

/** Tells in `Link` where the next page is (RFC 8288): the same question, with a cursor. */
export function linkNext(request: FastifyRequest, reply: FastifyReply, page: Page<unknown>): void {
  if (page.next === undefined) return;
  const query = new URLSearchParams(
    Object.entries(request.query as Readonly<Record<string, unknown>>).map(
      ([name, value]): [string, string] => [name, String(value)],
    ),
  );
  query.set('cursor', writeCursor(page.next));
  const path = request.url.split('?')[0];
  reply.header('Link', `<${path}?${query}>; rel="next"`);
}

function writeCursor(position: readonly string[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/**
 * The position that a cursor holds, each value of which must have its form.
 *
 * @throws {Problem} `invalid-input` for a cursor that this register did not make.
 */
export function readCursor<Forms extends readonly Form[]>(
  cursor: string | undefined,
  ...forms: Forms
): { readonly [Index in keyof Forms]: string } | undefined {
  if (cursor === undefined) return undefined;
  const position = parseCursor(cursor);
  const fits =
    Array.isArray(position) &&
    position.length === forms.length &&
    forms.every((form, index) => typeof position[index] === 'string' && form.test(position[index]));
  if (fits) return position as unknown as { readonly [Index in keyof Forms]: string };
  throw cursorUnknown();
}

/** What is answered to a cursor that leads to no place in the list. */
export function cursorUnknown(): Problem {
  return new Problem('invalid-input', {
    errors: [
      {
        in: 'query',
        location: { name: 'cursor' },
        code: 'cursor-unknown',
        detail: 'This does not come from a Link of this list.',
      },
    ],
  });
}

function parseCursor(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
