/** Minutes that the clocks may differ before a token or an assertion can fail by it. */
const tolerance = 5;

/** The time at whoever answered, as `Date` says it; NaN where a browser does not show it. */
export function clockOf(headers: Headers): number {
  return Date.parse(headers.get('date') ?? '');
}

/**
 * Minutes that the clock here is ahead of that of whoever answered, negative when it is behind;
 * undefined when it does not matter, or is not known.
 */
export function minutesOff(headers: Headers, now: Date): number | undefined {
  const minutes = Math.round((now.getTime() - clockOf(headers)) / 60_000);
  return Math.abs(minutes) >= tolerance ? minutes : undefined;
}
