import type { RequestOptions } from './request.ts';

/** A part of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Whether there are items after these. */
  readonly hasMore: boolean;
}

/** How to read a list. */
export interface ListOptions extends RequestOptions {
  /** How many items the register gives at once, 1 to 100; 100 when absent. */
  readonly limit?: number;
}

/** A list of the register: await it for the first page, or iterate over all of its items. */
export interface List<T> extends PromiseLike<Page<T>>, AsyncIterable<T> {}
