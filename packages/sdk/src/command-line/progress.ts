import type { Output } from './terminal.ts';

/** Shows how far a command is. */
export interface Progress {
  /** `done` counts items; `text` says it in words. */
  show(done: number, text: string): void;
  /** Writes a line of the result, and keeps the progress below it. */
  print(output: Output, line: string): void;
  /** Makes room for what is written next. */
  end(): void;
}

const wipe = '\r\u001b[K';

/**
 * One line that is drawn again and again on a terminal; elsewhere a line after every `step` items.
 */
export function createProgress(output: Output, step: number): Progress {
  let shownAt = 0;
  let drawn = '';
  return {
    show(done, text) {
      if (output.isTTY) {
        drawn = text;
        output.write(wipe + text);
      } else if (done - shownAt >= step) {
        output.write(`${text}\n`);
        shownAt = done;
      }
    },
    print(result, line) {
      if (drawn !== '') output.write(wipe);
      result.write(`${line}\n`);
      if (drawn !== '') output.write(drawn);
    },
    end() {
      if (drawn !== '') output.write(wipe);
      drawn = '';
    },
  };
}

const width = 24;

/** A bar that is as full as the work is done. */
export function bar(done: number, total: number): string {
  const full = total === 0 ? width : Math.floor((done * width) / total);
  return `[${'#'.repeat(full)}${'-'.repeat(width - full)}]`;
}
