import { json } from '../answers.ts';
import type { Call } from './call.ts';

/** A page of a list; the cursor is the place of its first item. */
export function page(
  items: readonly unknown[],
  { query, request }: Call,
  more: Readonly<Record<string, string>> = {},
): Response {
  const limit = Number(query.get('limit') ?? 100);
  const start = Number(query.get('cursor') ?? 0) || 0;
  const end = start + limit;
  const headers: Record<string, string> = { ...more };
  if (end < items.length) {
    const next = new URL(request.url);
    next.searchParams.set('cursor', String(end));
    headers['Link'] = `<${next.href}>; rel="next"`;
  }
  return json(200, { items: items.slice(start, end) }, headers);
}
