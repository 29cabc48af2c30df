const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

/** The day in the Netherlands at a moment, as `YYYY-MM-DD`. */
export function dayInTheNetherlands(moment: Date): string {
  return calendar.format(moment);
}
