/** What every method takes. */
export interface RequestOptions {
  /** Ends the request; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** What every method that creates something takes. */
export interface CreateOptions extends RequestOptions {
  /**
   * Names this one wish: whoever repeats it with the same key within ten minutes gets the same
   * answer. 16 to 128 of the characters `A-Z a-z 0-9 . _ ~ -`; random when absent.
   */
  readonly idempotencyKey?: string | undefined;
}
