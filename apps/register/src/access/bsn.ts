import { passesElevenTest } from '@diplomaregister/contract/problems';

/** A citizen service number that passed the eleven test. It goes no further than `holders/`. */
export type Bsn = string & { readonly brand: unique symbol };

/** Whether a value is a citizen service number. */
export function isBsn(value: unknown): value is Bsn {
  return typeof value === 'string' && passesElevenTest(value);
}
