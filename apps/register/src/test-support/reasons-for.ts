import { expect } from 'vitest';
import { rejectionsOf } from './calls.ts';
import { deliver } from './deliver.ts';
import type { TestRegister } from './start-register.ts';

/** The codes and places of the reasons for which one line is rejected. */
export async function reasonsFor(
  register: TestRegister,
  line: object | string,
  institution?: string,
): Promise<string[]> {
  const delivery = await deliver(register, [line], institution);
  expect(delivery).toMatchObject({ lines: 1, rejected: 1, registered: 0 });
  const [rejection] = await rejectionsOf(register, delivery.id, institution);
  return (rejection?.errors ?? [])
    .map(({ code, location }) => `${code} ${location?.pointer ?? ''}`.trim())
    .sort();
}
