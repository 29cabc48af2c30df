import type { InputError } from '@diplomaregister/contract';
import { dayInTheNetherlands } from '../calendar/today.ts';

/** What is wrong with the last day of a share: today at the earliest, a year ahead at the latest. */
export function findExpiryErrors(expiresOn: string, now: Date): InputError[] {
  const today = dayInTheNetherlands(now);
  if (expiresOn < today) return [expiryError('date-passed', 'This day has passed.')];
  if (expiresOn > yearAfter(today)) {
    return [expiryError('date-too-far', 'This day is more than a year ahead.')];
  }
  return [];
}

/** Whether the last day of a share has passed in the Netherlands. */
export function hasExpired(expiresOn: string, now: Date): boolean {
  return dayInTheNetherlands(now) > expiresOn;
}

/** The same day a year later. Days are compared as text, so a 29 February need not exist. */
function yearAfter(day: string): string {
  return `${String(Number(day.slice(0, 4)) + 1).padStart(4, '0')}${day.slice(4)}`;
}

function expiryError(code: string, detail: string): InputError {
  return { in: 'body', location: { pointer: '/expiresOn' }, code, detail };
}
