import type { OperationId } from './check-response.ts';
import { expectThat, nextPage } from './expect.ts';
import type { Asker, Question } from './subject.ts';

/** All items of a list, so many at a time. */
export async function readList<T>(
  { ask, subject }: Asker,
  operation: OperationId,
  { path, ...question }: Question,
  limit = 1,
): Promise<T[]> {
  const all: T[] = [];
  let page: string | undefined = `${path}${path.includes('?') ? '&' : '?'}limit=${limit}`;
  while (page !== undefined && all.length < 1_000) {
    const response: Response = await ask(operation, 200, { ...question, path: page });
    const { items }: { items: T[] } = await response.json();
    expectThat(items.length <= limit, 'a page has no more items than asked');
    all.push(...items);
    page = nextPage(response, subject.url);
  }
  return all;
}
