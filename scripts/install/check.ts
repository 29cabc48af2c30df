// What the checks of installed packages have in common.
import { execFileSync } from 'node:child_process';

/** What `program.mjs` comes to wherever it runs well. */
export const expected = 'genuine altered token-missing';

/** Something that is tried with installed packages; it fails by throwing. */
export interface Check {
  readonly name: string;
  run(project: string): void | Promise<void>;
}

/** Runs a program to its end, and gives what it prints. */
export function output(program: string, words: readonly string[], folder: string): string {
  return execFileSync(program, words, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    // Milliseconds: one that does not end fails.
    timeout: 300_000,
  });
}

/** Runs a program that must come to the same as everywhere. */
export function expectProgram(program: string, words: readonly string[], folder: string): void {
  const found = output(program, words, folder).trim();
  if (found !== expected) throw new Error(`${words.join(' ')} came to: ${found}`);
}
