import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A block of code on a page of the documentation. */
export interface CodeBlock {
  /** `ts`, `html` or `sh`. */
  readonly language: string;
  /** The name of the file that it would be: it stands after the language. */
  readonly name: string | undefined;
  readonly code: string;
}

/** The code blocks of a page, in order. */
export function readCodeBlocks(page: string): readonly CodeBlock[] {
  const text = readFileSync(page, 'utf8');
  return [...text.matchAll(/^```(\w+)(?: (\S+))?\n(.*?)^```$/gms)].map(
    ([, language = '', name, code = '']) => ({ language, name, code }),
  );
}

/** Writes the named blocks of a page as files, and gives their folder. */
export function writeCodeBlocks(page: string, root: string): string {
  const folder = join(root, basename(page, '.md'));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { code, name } of readCodeBlocks(page)) {
    if (name !== undefined) writeFileSync(join(folder, name), code);
  }
  return folder;
}

/** What a program says in comments that it prints: `console.log(…); // this`. */
export function expectedOutput(code: string): readonly string[] {
  return [...code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, text = '']) => text);
}
