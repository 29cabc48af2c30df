import { dayInTheNetherlands } from '../calendar/today.ts';
import { Problem } from '../problems/problem.ts';

/**
 * Checks the last day of a share: today at the earliest, a year ahead at the latest.
 *
 * @throws {Problem} `invalid-input`.
 */
export function checkExpiry(expiresOn: string, now: Date): void {
  const today = dayInTheNetherlands(now);
  if (expiresOn < today) throw invalidExpiry('date-passed', 'This day has passed.');
  if (expiresOn > yearAfter(today)) {
    throw invalidExpiry('date-too-far', 'This day is more than a year ahead.');
  }
}

/** Whether the last day of a share has passed in the Netherlands. */
export function hasExpired(expiresOn: string, now: Date): boolean {
  return dayInTheNetherlands(now) > expiresOn;
}

/** The same day a year later. Days are compared as text, so a 29 February need not exist. */
function yearAfter(day: string): string {
  return `${String(Number(day.slice(0, 4)) + 1).padStart(4, '0')}${day.slice(4)}`;
}

function invalidExpiry(code: string, detail: string): Problem {
  return new Problem('invalid-input', {
    errors: [{ in: 'body', location: { pointer: '/expiresOn' }, code, detail }],
  });
}
