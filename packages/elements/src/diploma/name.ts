import type { Person } from '@diplomaregister/contract';

/** A holder's whole name, in the order in which it is said: "Noor van der Zande". */
export function fullName({ givenNames, prefix, familyName }: Person): string {
  return [givenNames, prefix, familyName].filter(Boolean).join(' ');
}
