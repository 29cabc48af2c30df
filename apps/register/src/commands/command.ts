/** An option of a command, as its help tells it. */
export interface CommandOption {
  readonly type: 'string' | 'boolean';
  /** What its value is called, such as `DAYS`; an option that is a boolean has none. */
  readonly value?: string;
  readonly meaning: string;
}

/** One command of the command line. */
export interface Command {
  /** What is typed to run it, such as `keys rotate`. */
  readonly words: readonly [string, ...string[]];
  /** What comes after it, by name; the last one may be `FILE...`, for one or more. */
  readonly operands?: readonly string[];
  readonly summary: string;
  /** What an operator should know before running it. */
  readonly explanation?: string;
  readonly options?: Readonly<Record<string, CommandOption>>;
  /** @throws what the operator should mend; see `explainFault`. */
  run(call: Call): Promise<void>;
}

/** What a command was called with, and where it speaks. */
export interface Call {
  /** All operands, in order. */
  readonly operands: readonly string[];
  /** The operand with this name in the command's usage. */
  operand(name: string): string;
  /** The value of an option, where it was given. */
  option(name: string): string | undefined;
  flag(name: string): boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Says a line to whoever called. */
  print(line: string): void;
}

/** A mistake in how a command was called. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** What went wrong, in words that the operator can act on. */
export class CommandError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CommandError';
  }
}
