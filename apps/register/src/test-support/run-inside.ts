import { type ExitCode, runCommandLine } from '../commands/run.ts';

/** Runs a command of the command line inside the test, and gives what it said. */
export async function runInside(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: ExitCode; readonly output: string; readonly errors: string }> {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await runCommandLine(words, {
    environment,
    out: (line) => said.push(line),
    error: (line) => complained.push(line),
  });
  return { code, output: said.join('\n'), errors: complained.join('\n') };
}
