import { parseArgs } from 'node:util';
import { type Call, type Command, UsageError } from './command.ts';

/**
 * Reads what comes after a command's words.
 *
 * @throws {UsageError} for an option that the command does not have, or operands too many or few.
 */
export function readCall(
  command: Command,
  rest: readonly string[],
  { environment, print }: Pick<Call, 'environment' | 'print'>,
): Call {
  const { options = {}, operands: names = [] } = command;
  const { positionals, values } = parse(rest, options);
  demandOperands(names, positionals);
  return {
    operands: positionals,
    operand(name) {
      const value = positionals[names.indexOf(name)];
      if (value === undefined) throw new Error(`This command has no operand ${name}.`);
      return value;
    },
    option(name) {
      const value = values[name];
      return typeof value === 'string' ? value : undefined;
    },
    flag: (name) => values[name] === true,
    environment,
    print,
  };
}

function parse(rest: readonly string[], options: NonNullable<Command['options']>) {
  try {
    return parseArgs({
      args: [...rest],
      allowPositionals: true,
      options: Object.fromEntries(
        Object.entries(options).map(([name, { type }]) => [name, { type }]),
      ),
    });
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) throw new UsageError(error.message);
    throw error;
  }
}

function demandOperands(names: readonly string[], given: readonly string[]): void {
  const missing = names.slice(given.length);
  if (missing.length > 0) {
    throw new UsageError(`Something is missing: ${missing.join(' ')}.`);
  }
  const isOpen = names.at(-1)?.endsWith('...') ?? false;
  if (given.length > names.length && !isOpen) {
    throw new UsageError(`There is more than this command takes: ${names.join(' ') || 'nothing'}.`);
  }
}
