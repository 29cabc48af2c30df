import { expect, it } from 'vitest';
import { formId, oncePerForm } from './once-per-form.ts';

const form = (id: string) => new URLSearchParams({ form: id, familyName: 'Jansen' });

it('does once what one form asks for, and again for another that asks the same', async () => {
  let count = 0;
  const once = oncePerForm<number>();
  const perform = async () => ++count;
  const both = [once(form('a'), perform), once(form('a'), perform)];
  expect(await Promise.all(both)).toEqual([1, 1]);
  expect(await once(form('b'), perform)).toBe(2);
  expect(await once(form('a'), perform)).toBe(1);
});

it('does anew what failed', async () => {
  const once = oncePerForm<string>();
  await expect(once(form('a'), () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(await once(form('a'), async () => 'done')).toBe('done');
});

it('forgets the oldest form', async () => {
  let count = 0;
  const once = oncePerForm<number>(2);
  for (const id of ['a', 'b', 'c', 'c', 'a']) await once(form(id), async () => ++count);
  expect(count).toBe(4);
});

it('gives each form an id of its own', () => {
  expect(formId().markup).not.toBe(formId().markup);
});
