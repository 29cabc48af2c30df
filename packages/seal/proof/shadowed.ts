/** Checks that no test can hold, because another check comes to the same answer. */
export const shadowed: readonly {
  readonly file: string;
  /** A part of the condition. */
  readonly text: string;
  readonly because: string;
}[] = [];
