/** The word for a code of the contract; the code itself where only a later contract has it. */
export function wordOf<Code extends string>(
  code: Code,
  words: Readonly<Record<Code, string>>,
): string {
  return Object.hasOwn(words, code) ? words[code] : code;
}
