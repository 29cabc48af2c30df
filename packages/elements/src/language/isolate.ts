/** Keeps a foreign text from changing the direction of the sentence around it (UAX 9, FSI and PDI). */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}
