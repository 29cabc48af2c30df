import { ConfigurationError } from '../configuration.ts';
import { apiVersion } from '../contract/operations.ts';
import { OtherKeysError } from '../keys/announced-keys.ts';
import { KeyFileMissingError } from '../keys/open-key-material.ts';
import { ReferenceFileError } from '../reference/reference-file.ts';
import { DatabaseUnavailableError } from '../store/database-unavailable.ts';
import { FolderTakenError } from '../store/folder-guard.ts';
import { DatabaseNewerError } from '../store/migrate.ts';
import { type Command, CommandError, UsageError } from './command.ts';
import { commands } from './commands.ts';
import { helpOn } from './help.ts';
import { readCall } from './read-call.ts';

/** How a command ended, for scripts. */
export const exitCodes = { done: 0, failed: 1, calledWrongly: 2 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Where the command line reads and speaks. */
export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>;
  out(line: string): void;
  error(line: string): void;
}

/** Runs the command that the words ask for. Never throws: what went wrong is told. */
export async function runCommandLine(
  words: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  try {
    const isAsked = words.some(asksForHelp) || words[0] === 'help' || words.length === 0;
    if (isAsked) {
      terminal.out(helpFor(words.filter((word) => !asksForHelp(word) && word !== 'help')));
      return exitCodes.done;
    }
    if (words.length === 1 && (words[0] === '--version' || words[0] === '-v')) {
      terminal.out(`The diploma register, version ${apiVersion} of its API.`);
      return exitCodes.done;
    }
    const command = findCommand(words);
    const rest = words.slice(command.words.length);
    const { environment, out: print } = terminal;
    await command.run(readCall(command, rest, { environment, print }));
    return exitCodes.done;
  } catch (error) {
    terminal.error(explainFault(error));
    return error instanceof UsageError ? exitCodes.calledWrongly : exitCodes.failed;
  }
}

function asksForHelp(word: string): boolean {
  return word === '--help' || word === '-h';
}

/** @throws {UsageError} when there is none. */
function findCommand(words: readonly string[]): Command {
  const command = commands.find((each) => each.words.every((word, at) => words[at] === word));
  if (command !== undefined) return command;
  const typed = words.filter((word) => !word.startsWith('-')).slice(0, 2);
  const begun = commands.filter((each) => each.words[0] === words[0]);
  if (begun.length === 0) {
    throw new UsageError(`Unknown command ${typed[0] ?? words[0]}; see register --help.`);
  }
  const choices = begun.map((each) => each.words.join(' ')).join(', ');
  throw new UsageError(`Unknown command ${typed.join(' ')}; there are: ${choices}.`);
}

/** Help on what the words begin. */
function helpFor(words: readonly string[]): string {
  const known = words.filter((word) => commands.some((each) => each.words.includes(word)));
  const chosen = commands.filter((each) => known.every((word, at) => each.words[at] === word));
  if (words.length > 0 && (known.length === 0 || chosen.length === 0)) findCommand(words);
  return helpOn(chosen, known);
}

/** What the operator can mend is told in one line; anything else with where it went wrong. */
function explainFault(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const listening = explainListening(error);
  if (listening !== undefined) return listening;
  const isPlain = [
    CommandError,
    ConfigurationError,
    DatabaseNewerError,
    DatabaseUnavailableError,
    FolderTakenError,
    KeyFileMissingError,
    OtherKeysError,
    ReferenceFileError,
    UsageError,
  ].some((kind) => error instanceof kind);
  // What the system refuses, such as a file that is not there, says so itself.
  return isPlain || 'syscall' in error ? error.message : (error.stack ?? error.message);
}

/** Why a server could not begin to listen: the API, or the metrics. */
function explainListening(error: Error & { readonly code?: unknown }): string | undefined {
  switch (error.code) {
    case 'EADDRINUSE': {
      const port = 'port' in error ? ` ${error.port}` : '';
      return `The port${port} is taken: stop what runs there, or set REGISTER_PORT or METRICS_PORT.`;
    }
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return 'This machine has no such address: set REGISTER_HOST or METRICS_HOST.';
    default:
      return undefined;
  }
}
