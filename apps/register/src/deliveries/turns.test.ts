import { expect, test } from 'vitest';
import { createTurns } from './turns.ts';

test('work under one name is done in order, and work under another does not wait for it', async () => {
  const turns = createTurns();
  const done: string[] = [];
  const gate = Promise.withResolvers<void>();
  const first = turns('one', async () => {
    await gate.promise;
    done.push('first');
  });
  const second = turns('one', async () => done.push('second'));
  await turns('other', async () => done.push('other'));
  gate.resolve();
  await Promise.all([first, second]);

  expect(done).toEqual(['other', 'first', 'second']);
});

test('work that fails is told to who asked for it, and holds nobody up', async () => {
  const turns = createTurns();
  const failing = turns('one', () => Promise.reject(new Error('no')));
  const next = turns('one', async () => 'done');

  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('done');
});
