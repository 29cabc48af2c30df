import { expect, test } from 'vitest';
import { createPreparedStatements } from './prepared-statements.ts';

const times = (count: number) => Array.from({ length: count }, (_, at) => at);

test('a statement is prepared when it comes for the tenth time, always under one name', () => {
  const statements = createPreparedStatements();

  const names = times(12).map(() => statements.nameOf('select $1'));
  expect(names.slice(0, 9)).toEqual(times(9).map(() => undefined));
  expect(names.slice(9)).toEqual(['register_0', 'register_0', 'register_0']);
  expect(times(10).map(() => statements.nameOf('select $1, $2'))[9]).toBe('register_1');
});

test('one that gives all columns, whatever they are, is never prepared', () => {
  const statements = createPreparedStatements();

  expect(new Set(times(20).map(() => statements.nameOf('select * from shares')))).toEqual(
    new Set([undefined]),
  );
});

test('a hundred are prepared, and no more', () => {
  const statements = createPreparedStatements();

  const names = times(120).map((at) =>
    times(10)
      .map(() => statements.nameOf(`select $1 + ${at}`))
      .at(-1),
  );
  expect(names.filter((name) => name !== undefined)).toHaveLength(100);
  expect(statements.nameOf('select $1 + 0')).toBe('register_0');
});

test('statements that are never the same twice are forgotten', () => {
  const statements = createPreparedStatements();
  for (const _ of times(5)) statements.nameOf(`select $1`);
  for (const at of times(1_000)) statements.nameOf(`select $1 + ${at}`);

  expect(
    times(10)
      .map(() => statements.nameOf('select $1'))
      .at(-2),
  ).toBeUndefined();
});
