import { expect, test } from 'vitest';
import { createDeliveryTurns, createTurns } from './turns.ts';

test('work under one name is done in order, and work under another does not wait for it', async () => {
  const turns = createTurns(1);
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
  const turns = createTurns(1);
  const failing = turns('one', () => Promise.reject(new Error('no')));
  const next = turns('one', async () => 'done');

  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('done');
});

test('as much is done at once as may be, and the others come when there is a place', async () => {
  const turns = createTurns(2);
  const gates = Array.from({ length: 5 }, () => Promise.withResolvers<void>());
  const begun: number[] = [];
  const all = gates.map(({ promise }, at) =>
    turns('one', async () => {
      begun.push(at);
      await promise;
    }),
  );

  expect(begun).toEqual([0, 1]);
  gates[1]?.resolve();
  await all[1];
  await expect.poll(() => begun).toEqual([0, 1, 2]);
  for (const { resolve } of gates) resolve();
  await Promise.all(all);
  expect(begun).toEqual([0, 1, 2, 3, 4]);
});

test('who has waited too long is told so, and those after them come when there is a place', async () => {
  const turns = createTurns(1, 10);
  const gate = Promise.withResolvers<void>();
  const first = turns('one', () => gate.promise);
  await expect(turns('one', async () => 'never')).rejects.toMatchObject({
    code: 'unavailable',
    headers: { 'Retry-After': '1' },
  });

  const third = turns('one', async () => 'done');
  gate.resolve();
  await first;
  expect(await third).toBe('done');
});

test('all institutions together store in half of the connections, each one delivery at a time', async () => {
  const turns = createDeliveryTurns(5);
  const gate = Promise.withResolvers<void>();
  const begun: string[] = [];
  const all = ['one', 'one', 'two', 'three'].map((institution) =>
    turns.store(institution, () => {
      begun.push(institution);
      return gate.promise;
    }),
  );
  await turns.read('one', async () => undefined);

  expect(begun).toEqual(['one', 'two']);
  gate.resolve();
  await Promise.all(all);
  expect(begun).toEqual(['one', 'two', 'three', 'one']);
});
