import { invalid, json } from '../answers.ts';
import type { Call } from './call.ts';

/** A page of a list; the cursor tells the place of its first item. */
export function page(
  items: readonly unknown[],
  { query, request }: Call,
  more: Readonly<Record<string, string>> = {},
): Response {
  const limit = Number(query.get('limit') ?? 100);
  const start = readCursor(query.get('cursor'));
  if (start === undefined) {
    const at = { in: 'query', location: { name: 'cursor' } } as const;
    return invalid('cursor-unknown', 'This does not come from a Link of this list.', at);
  }
  const end = start + limit;
  const headers: Record<string, string> = { ...more };
  if (end < items.length) {
    const next = new URL(request.url);
    next.searchParams.set('cursor', `from-${end}`);
    headers['Link'] = `<${next.pathname}${next.search}>; rel="next"`;
  }
  return json(200, { items: items.slice(start, end) }, headers);
}

function readCursor(cursor: string | null): number | undefined {
  if (cursor === null) return 0;
  const [, place] = /^from-(\d{1,9})$/.exec(cursor) ?? [];
  return place === undefined ? undefined : Number(place);
}
