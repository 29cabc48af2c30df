/**
 * Minutes that the clock here is ahead of that of whoever answered, negative when it is behind;
 * undefined when it is less than five, which harms nothing, or not known: browsers do not show
 * `Date`.
 */
export function minutesAhead(headers: Headers | undefined, now: Date): number | undefined {
  const minutes = Math.round((now.getTime() - Date.parse(headers?.get('date') ?? '')) / 60_000);
  return Math.abs(minutes) >= 5 ? minutes : undefined;
}
