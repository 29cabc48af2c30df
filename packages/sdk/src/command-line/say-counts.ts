import type { DeliveryCounts } from '../deliveries/report.ts';
import type { Words } from './language.ts';

/** The counts of a delivery in words. */
export function describeCounts(counts: DeliveryCounts, words: Words): string {
  const number = new Intl.NumberFormat(words.locale);
  const names = ['registered', 'corrected', 'withdrawn', 'unchanged', 'rejected'] as const;
  const count = (name: keyof Words['counts']) =>
    `${number.format(counts[name])} ${words.counts[name]}`;
  return `${count('lines')}: ${names.map(count).join(', ')}`;
}
