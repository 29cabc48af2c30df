/**
 * Works on at most `most` items at once, and gives what came of them in the order of the items:
 * no more of them are in memory than that.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  most: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const pending: Promise<Result>[] = [];
  for await (const item of items) {
    pending.push(work(item));
    const next = pending.length >= most ? pending.shift() : undefined;
    if (next) yield await next;
  }
  for (const each of pending) yield await each;
}
