import { expect, test } from 'vitest';
import { Dice } from './dice.ts';
import { Weighted } from './weighted.ts';

test('each thing is chosen as often as its weight says, and the same for the same dice', () => {
  const weighted = new Weighted([
    { item: 'often', weight: 3 },
    { item: 'never', weight: 0 },
    { item: 'seldom', weight: 1 },
  ]);
  const choices = (seed: number) =>
    Array.from({ length: 4_000 }, (_, at) => weighted.choose(new Dice().start(seed, at)));

  expect(choices(1)).toEqual(choices(1));
  expect(choices(1)).not.toEqual(choices(2));
  const often = choices(1).filter((choice) => choice === 'often').length;
  expect(often).toBeGreaterThan(2_900);
  expect(often).toBeLessThan(3_100);
  expect(choices(1)).not.toContain('never');
});

test('nothing to choose from is a mistake', () => {
  expect(() => new Weighted([{ item: 'none', weight: 0 }])).toThrow('nothing to choose');
});
