import type { DeliveryCounts } from '../deliveries/report.ts';
import type { Output } from './terminal.ts';

/** Shows how far a delivery is. */
export interface Progress {
  show(counts: DeliveryCounts): void;
  /** Makes room for what is written next. */
  end(): void;
}

/** Lines of a delivery between two lines of progress where nobody looks. */
const step = 100_000;

/** One line that is drawn again and again on a terminal; elsewhere a line now and then. */
export function createProgress(output: Output): Progress {
  let shownAt = 0;
  let isDrawn = false;
  return {
    show(counts) {
      if (output.isTTY) {
        output.write(`\r\u001b[K${describeCounts(counts)}`);
        isDrawn = true;
      } else if (counts.lines - shownAt >= step) {
        output.write(`${describeCounts(counts)}\n`);
        shownAt = counts.lines;
      }
    },
    end() {
      if (isDrawn) output.write('\r\u001b[K');
    },
  };
}

/** The counts in words. */
export function describeCounts(counts: DeliveryCounts): string {
  const number = new Intl.NumberFormat('en');
  const names = ['registered', 'corrected', 'withdrawn', 'unchanged', 'rejected'] as const;
  const parts = names.map((name) => `${number.format(counts[name])} ${name}`);
  return `${number.format(counts.lines)} lines: ${parts.join(', ')}`;
}
