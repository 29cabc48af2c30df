import { expect, test } from 'vitest';
import { createShuffle } from './shuffle.ts';

test.each([0, 1, 2, 3, 4, 30, 97, 1_000, 65_536])(
  'every number below %i gets a place of its own',
  (size) => {
    const shuffle = createShuffle(size, 5);
    const places = Array.from({ length: size }, (_, number) => shuffle(number));

    expect(places.toSorted((one, other) => one - other)).toEqual([...places.keys()]);
  },
);

test('neighbours end up far apart', () => {
  const shuffle = createShuffle(1_000, 5);

  expect(Math.abs(shuffle(1) - shuffle(2))).toBeGreaterThan(100);
});
