import { describe, expect, test } from 'vitest';
import { contractDocument } from '../contract/operations.ts';
import { runInside } from '../test-support/run-inside.ts';
import { commands } from './commands.ts';
import { exitCodes } from './run.ts';

const run = (words: readonly string[]) => runInside(words);

describe('help', () => {
  test.each([[[]], [['--help']], [['-h']], [['help']]])('%j names every command', async (words) => {
    const { code, output } = await run(words);

    expect(code).toBe(exitCodes.done);
    for (const { summary, words } of commands) {
      expect(output).toContain(`  ${words.join(' ')}`);
      expect(output).toContain(summary);
    }
    expect(output).toContain('REGISTER_PORT');
    expect(output).toContain('--version');
  });

  test('on a command is asked for by -h as well', async () => {
    const asked = await run(['keys', 'rotate', '-h']);

    expect(asked).toMatchObject({ code: exitCodes.done, errors: '' });
    expect(asked).toEqual(await run(['keys', 'rotate', '--help']));
  });

  test.each(commands.map((command) => [command.words.join(' '), command] as const))(
    '%s --help tells its operands and options',
    async (_name, command) => {
      const { code, output, errors } = await run([...command.words, '--help']);

      expect({ code, errors }).toEqual({ code: exitCodes.done, errors: '' });
      expect(output).toContain(
        `Usage: register ${[...command.words, ...(command.operands ?? [])].join(' ')}`,
      );
      for (const name of Object.keys(command.options ?? {})) expect(output).toContain(`--${name}`);
    },
  );
});

test.each(['--version', '-v'])('%s tells which API it serves', async (word) => {
  expect(await run([word])).toEqual({
    code: exitCodes.done,
    output: `The diploma register, version ${contractDocument.info.version} of its API.`,
    errors: '',
  });
});

describe('a command that is called wrongly', () => {
  test.each([
    ['is not there', ['dance'], 'Unknown command dance; see register --help.'],
    ['is not there, asked for help', ['dance', '--help'], 'Unknown command dance'],
    ['misses something', ['reference'], 'Something is missing: FILE...'],
    ['has too much', ['migrate', 'twice'], 'There is more than this command takes: nothing.'],
    [
      'has a number that is none',
      ['population', 'tables', 'folder', '--diplomas', 'many'],
      '--diplomas must be a whole number.',
    ],
    ['has an option that is none', ['migrate', '--fast'], "Unknown option '--fast'"],
  ])('because it %s ends with code 2 and one line', async (_name, words, message) => {
    const { code, errors, output } = await run(words);

    expect(code).toBe(exitCodes.calledWrongly);
    expect(errors).toContain(message);
    expect(errors.split('\n')).toHaveLength(1);
    expect(output).toBe('');
  });
});

test('a command that fails ends with code 1 and says what to mend, in one line', async () => {
  expect(await run(['reference', '/nowhere/at-all.json'])).toMatchObject({
    code: exitCodes.failed,
    errors: expect.stringContaining('/nowhere/at-all.json'),
  });
  const { errors } = await run(['reference', '/']);
  expect(errors).toMatch(/^EISDIR.+$/);
});
