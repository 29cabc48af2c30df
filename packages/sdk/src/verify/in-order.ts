/**
 * Works on at most `most` items at once, and gives what came of them in the order of the items:
 * no more of them are in memory than that. When the items break off, what came of those before is
 * given first.
 */
export async function* inOrder<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  most: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const pending: Promise<Result>[] = [];
  let broken: { readonly reason: unknown } | undefined;

  async function* wholeItems() {
    try {
      yield* items;
    } catch (reason) {
      broken = { reason };
    }
  }

  for await (const item of wholeItems()) {
    const result = work(item);
    // Whoever stops half way does not hear of the rest.
    result.catch(() => {});
    pending.push(result);
    const next = pending.length >= most ? pending.shift() : undefined;
    if (next) yield await next;
  }
  for (const each of pending) yield await each;
  if (broken) throw broken.reason;
}
