import type { DeliveryCounts } from '../deliveries/report.ts';

/** The counts of a delivery in words. */
export function describeCounts(counts: DeliveryCounts): string {
  const number = new Intl.NumberFormat('en');
  const names = ['registered', 'corrected', 'withdrawn', 'unchanged', 'rejected'] as const;
  const parts = names.map((name) => `${number.format(counts[name])} ${name}`);
  return `${number.format(counts.lines)} lines: ${parts.join(', ')}`;
}
