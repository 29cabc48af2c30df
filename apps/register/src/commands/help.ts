import { environmentVariables } from '../configuration.ts';
import type { Command } from './command.ts';

/** Help on everything, or on the commands that begin with the same words. */
export function helpOn(commands: readonly Command[], words: readonly string[] = []): string {
  const [only, ...others] = commands;
  if (only !== undefined && others.length === 0 && words.length > 0) return helpOnOne(only);
  return [
    'The diploma register.\n',
    `Usage: register ${[...words, 'COMMAND'].join(' ')}\n`,
    'Commands',
    table(commands.map((command) => [usageOf(command), command.summary])),
    '',
    'register COMMAND --help (or -h) says more of one command.',
    'register --version (or -v) says which API this register serves.',
    ...(words.length > 0 ? [] : ['', 'Environment', table(Object.entries(environmentVariables))]),
  ].join('\n');
}

function helpOnOne(command: Command): string {
  const options = Object.entries(command.options ?? {}).map(
    ([name, { meaning, value }]) => [`--${name}${value ? ` ${value}` : ''}`, meaning] as const,
  );
  return [
    `${command.summary[0]?.toUpperCase()}${command.summary.slice(1)}.\n`,
    `Usage: register ${usageOf(command)}${options.length > 0 ? ' [OPTIONS]' : ''}`,
    ...(command.explanation === undefined ? [] : ['', command.explanation]),
    ...(options.length > 0 ? ['', 'Options', table(options)] : []),
  ].join('\n');
}

function usageOf({ operands = [], words }: Command): string {
  return [...words, ...operands].join(' ');
}

function table(rows: readonly (readonly [term: string, meaning: string])[]): string {
  const width = Math.max(...rows.map(([term]) => term.length));
  return rows.map(([term, meaning]) => `  ${term.padEnd(width)}  ${meaning}`).join('\n');
}
