import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RegisterLine } from '@diplomaregister/contract';

/** A diploma in the school's own administration, and whether the school took it back. */
export interface SchoolRecord {
  readonly line: RegisterLine;
  readonly withdrawn: boolean;
}

/**
 * A school's own administration: `records.ndjson` with what stands in the register, ready to be
 * delivered again, and `withdrawn.ndjson` with what was taken back.
 */
export interface Records {
  all(): Promise<readonly SchoolRecord[]>;
  find(recordId: string): Promise<SchoolRecord | undefined>;
  /** Adds a record, or takes the place of the one with the same id. */
  put(record: SchoolRecord): Promise<void>;
}

export function openRecords(folder: string): Records {
  const standing = join(folder, 'records.ndjson');
  const takenBack = join(folder, 'withdrawn.ndjson');
  let writing: Promise<void> = Promise.resolve();

  async function all(): Promise<readonly SchoolRecord[]> {
    const records = (await readLines(standing)).map((line) => ({ line, withdrawn: false }));
    const withdrawn = (await readLines(takenBack)).map((line) => ({ line, withdrawn: true }));
    return [...records, ...withdrawn].sort((one, other) => compareAwards(other.line, one.line));
  }

  async function replace({ line, withdrawn }: SchoolRecord): Promise<void> {
    for (const [file, belongsHere] of [
      [standing, !withdrawn],
      [takenBack, withdrawn],
    ] as const) {
      const others = (await readLines(file)).filter(({ recordId }) => recordId !== line.recordId);
      await writeLines(file, belongsHere ? [...others, line] : others);
    }
  }

  return {
    all,
    async find(recordId) {
      return (await all()).find(({ line }) => line.recordId === recordId);
    },
    put(record) {
      const written = writing.then(() => replace(record));
      // One at a time; a failure is told to its own caller and does not stop the next.
      writing = written.catch(() => undefined);
      return written;
    },
  };
}

async function readLines(file: string): Promise<readonly RegisterLine[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as RegisterLine);
}

async function writeLines(file: string, lines: readonly RegisterLine[]): Promise<void> {
  const temporary = `${file}.new`;
  await writeFile(temporary, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  await rename(temporary, file);
}

/** The day of the award, or its month. */
export function awardOf({ diploma }: RegisterLine): string {
  return 'awardedOn' in diploma ? diploma.awardedOn : diploma.awardedIn;
}

function compareAwards(one: RegisterLine, other: RegisterLine): number {
  return awardOf(one).localeCompare(awardOf(other)) || one.recordId.localeCompare(other.recordId);
}
