/** Throws unless `actual` and `expected` are the same JSON. */
export function expectSame(actual: unknown, expected: unknown, what: string): void {
  const [left, right] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (left !== right) throw new Error(`${what}: ${left} instead of ${right}`);
}

/** Throws unless `condition` holds. */
export function expectThat(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(`Not so: ${what}`);
}

/** The address of the next page, below the register's; undefined on the last page. */
export function nextPage(response: Response, url: string): string | undefined {
  const [, target] = /<([^>]*)>;\s*rel="next"/.exec(response.headers.get('link') ?? '') ?? [];
  if (target === undefined) return undefined;
  const { pathname, search } = new URL(target, url);
  return pathname.slice(new URL(url).pathname.length) + search;
}
