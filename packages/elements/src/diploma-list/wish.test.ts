import { expect, it } from 'vitest';
import { Wish } from './wish.ts';

/** Asks for something that answers or fails, and gives the key that went along. */
async function keyOf(wish: Wish, content: string, answers: boolean): Promise<string> {
  let key = '';
  const made = wish.make({ content }, async (_request, { idempotencyKey }) => {
    key = idempotencyKey;
    if (!answers) throw new TypeError('The answer got lost');
  });
  await made.catch(() => {});
  return key;
}

it('keeps the key while the same is asked again after a failure', async () => {
  const wish = new Wish();
  const first = await keyOf(wish, 'a', false);
  expect(await keyOf(wish, 'a', false)).toBe(first);
  expect(await keyOf(wish, 'a', true)).toBe(first);
});

it('has another key for other content, and for the same after it was made or forgotten', async () => {
  const wish = new Wish();
  const keys = [
    await keyOf(wish, 'a', false),
    await keyOf(wish, 'b', false),
    await keyOf(wish, 'a', true),
    await keyOf(wish, 'a', false),
  ];
  wish.forget();
  keys.push(await keyOf(wish, 'a', true));
  expect(new Set(keys).size).toBe(keys.length);
});
