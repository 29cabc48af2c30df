import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, totalmem } from 'node:os';
import { copiedAtMost } from './copy-rate.ts';
import { settings } from './database-server.ts';
import type { Measurements } from './measure.ts';
import { nodeOptionsFor } from './register-process.ts';

const document = new URL('../../../docs/scale.md', import.meta.url);
const begin = '<!-- measured: pnpm bench:scale --write -->';
const end = '<!-- /measured -->';

const whole = (value: number) => Math.round(value).toLocaleString('en');
const milliseconds = (value: number) => value.toFixed(2);
const megabytes = (bytes: number) => whole(bytes / 2 ** 20);
const ratio = (one: number, other: number) => Number((one / other).toFixed(2));

/** What a row of the table shows, of each size. */
const rows: readonly (readonly [string, (measured: Measurements) => string])[] = [
  ['people', ({ people }) => whole(people)],
  ['delivered, lines a second', ({ linesPerSecond }) => whole(linesPerSecond.register)],
  [
    'bare `COPY` of the same rows, lines a second',
    ({ linesPerSecond }) => whole(linesPerSecond.copy),
  ],
  [
    'delivered / `COPY`',
    ({ linesPerSecond }) => String(ratio(linesPerSecond.register, linesPerSecond.copy)),
  ],
  ['processor time of the register, µs a line', ({ processor }) => whole(processor.register)],
  ['processor time of PostgreSQL, µs a line', ({ processor }) => whole(processor.database)],
  ['on disk, MiB', ({ bytesOnDisk }) => megabytes(bytesOnDisk)],
  ['on disk, bytes a diploma', ({ bytesOnDisk, diplomas }) => whole(bytesOnDisk / diplomas)],
  ["a holder's list, p50 ms", ({ list }) => milliseconds(list.p50)],
  ["a holder's list, p99 ms", ({ list }) => milliseconds(list.p99)],
  ['the same over HTTP, p50 ms', ({ listOverHttp }) => milliseconds(listOverHttp.p50)],
  ['the same over HTTP, p99 ms', ({ listOverHttp }) => milliseconds(listOverHttp.p99)],
  ['check of a share, p50 ms', ({ shareCheck }) => milliseconds(shareCheck.p50)],
  ['check of a share, p99 ms', ({ shareCheck }) => milliseconds(shareCheck.p99)],
  ['check of an extract, p50 ms', ({ extractCheck }) => milliseconds(extractCheck.p50)],
  ['check of an extract, p99 ms', ({ extractCheck }) => milliseconds(extractCheck.p99)],
  ['lists over HTTP, a second', ({ listsPerSecond }) => whole(listsPerSecond.register)],
  ['bare `node:http` and `pg`, a second', ({ listsPerSecond }) => whole(listsPerSecond.bare)],
  [
    'register / bare',
    ({ listsPerSecond }) => String(ratio(listsPerSecond.register, listsPerSecond.bare)),
  ],
  ['load average of the machine (5 minutes)', ({ busyProcesses }) => busyProcesses.toFixed(1)],
  ['memory of the register, most, MiB', ({ memory }) => megabytes(memory.most)],
  ['memory, growth in MiB a million lines', ({ memory }) => megabytes(memory.growth)],
];

/** The figures of a run and its ratios, which another machine can compare. */
export function summarise(measured: readonly Measurements[], database: string) {
  const [smallest] = measured;
  const largest = measured.at(-1);
  return {
    node: process.version,
    database,
    cores: availableParallelism(),
    sizes: measured,
    ...(smallest &&
      largest && {
        ratios: {
          'list p99, largest / smallest': ratio(largest.list.p99, smallest.list.p99),
          'lists over HTTP / bare': ratio(
            largest.listsPerSecond.register,
            largest.listsPerSecond.bare,
          ),
          'delivered / COPY': ratio(largest.linesPerSecond.register, largest.linesPerSecond.copy),
        },
      }),
  };
}

/** Puts the table of what was measured into the document. */
export async function writeTable(
  measured: readonly Measurements[],
  database: string,
): Promise<void> {
  const text = await readFile(document, 'utf8');
  const [before, rest = ''] = text.split(begin);
  const after = rest.split(end)[1] ?? '';
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB of memory`;
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const table = [
    line(['diplomas', ...measured.map(({ diplomas }) => whole(diplomas))]),
    line(['---', ...measured.map(() => '---:')]),
    ...rows.map(([name, show]) => line([name, ...measured.map(show)])),
  ];
  const lines = [
    begin,
    '',
    `${database}, Node ${process.version}, ${availableParallelism()} cores, ${memory}.`,
    '',
    ...table,
    '',
    `The \`COPY\` is of at most ${whole(copiedAtMost)} lines. The register that takes deliveries runs with \`${nodeOptionsFor.deliveries.join(' ')}\`, the one that people ask with \`${nodeOptionsFor.people.join(' ')}\`, and PostgreSQL with settings other than its own:`,
    '',
    '```',
    ...Object.entries(settings).map(([name, value]) => `${name} = ${value}`),
    '```',
    '',
    end,
  ];
  await writeFile(document, `${before}${lines.join('\n')}${after}`);
}
