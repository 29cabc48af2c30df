import { RegisterError } from '../errors.ts';
import { deliver } from './deliver.ts';
import { english } from './english.ts';
import { type Words, wordsIn } from './language.ts';
import { status } from './status.ts';
import { type ExitCode, exitCodes, type Terminal, UsageError } from './terminal.ts';
import { verifyFiles } from './verify-files.ts';

/** Runs the command that the arguments ask for. Never throws; what fails is told on stderr. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let words = english;
  try {
    words = wordsIn(languageAsked(args), terminal.locale);
    return await runCommand(args, terminal, words);
  } catch (error) {
    terminal.stderr.write(`diplomaregister: ${describe(error, words)}\n`);
    return exitCodes.failed;
  }
}

async function runCommand(
  [command, ...rest]: readonly string[],
  terminal: Terminal,
  words: Words,
): Promise<ExitCode> {
  if (command === undefined) {
    terminal.stderr.write(words.help);
    return exitCodes.failed;
  }
  if (command === 'help' || command === '--help' || rest.includes('--help')) {
    terminal.stdout.write(words.help);
    return exitCodes.ok;
  }
  switch (command) {
    case 'deliver':
      return deliver(rest, terminal, words);
    case 'status':
      return status(rest, terminal, words);
    case 'verify':
      return verifyFiles(rest, terminal, words);
    default:
      throw new UsageError(words.unknownCommand(command));
  }
}

/** The language is needed before a command has read its arguments. */
function languageAsked(args: readonly string[]): string | undefined {
  const at = args.findIndex((each) => /^--language(=|$)/.test(each));
  const [, value] = args[at]?.split('=') ?? [];
  return value ?? (at === -1 ? undefined : (args[at + 1] ?? ''));
}

function describe(error: unknown, words: Words): string {
  if (error instanceof RegisterError) return `${error.message} [${error.code}]`;
  if (!(error instanceof Error)) return words.somethingWrong;
  const isOfArguments = 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  return isOfArguments ? words.badOptions(error.message) : error.message;
}
