// Whether memory stays flat under overload: `pnpm soak [MINUTES]`, ten after ten of warming up by default.
// Downloads are asked for at several times the rate that the register can serve, and everything else
// beside them. The last line is JSON; the exit code is 1 when memory grew, or when a request was not
// answered as it should be.
import { setTimeout as sleep } from 'node:timers/promises';
import { startBusyRegister } from './busy-register.ts';
import type { OpenLoadResult } from './open-loop.ts';
import { median } from './percentiles.ts';
import { putOpenLoads } from './put-open-load.ts';

const minutes = Number(process.argv[2] ?? 20);
/** Several times what two cores can serve. */
const downloadsPerSecond = 300;
const othersPerSecond = 60;
/** Seconds of one load; the next follows at once. */
const turn = 30;
/** Seconds between two looks at memory: much less than between two collections of old garbage. */
const interval = 1;
/**
 * How much larger memory may be in the last minute than halfway. Until then caches fill up, code is
 * compiled, and memory is taken and given back in pieces of several megabytes; what leaks goes on growing.
 */
const growthLimit = 1.03;
const megabyte = 1_024 ** 2;

if (!(minutes >= 4)) throw new Error('A soak takes four minutes at least: half of it warms up.');

const busy = await startBusyRegister();
/** Megabytes in each minute. */
const memory: number[][] = [];
const done = new AbortController();

async function sample(): Promise<void> {
  const begin = performance.now();
  for (let due = 0; !done.signal.aborted; due += interval * 1_000) {
    const wait = Math.max(0, begin + due - performance.now());
    await sleep(wait, undefined, { signal: done.signal }).catch(() => {});
    const minute = Math.floor(due / 60_000);
    const megabytes = busy.register.residentMemory() / megabyte;
    memory[minute] = [...(memory[minute] ?? []), megabytes];
    if (due % 10_000 === 0) console.error(`${due / 1_000} s: ${megabytes.toFixed(0)} MB`);
  }
}

function sum(results: readonly OpenLoadResult[], count: (result: OpenLoadResult) => number) {
  return results.reduce((total, result) => total + count(result), 0);
}

function withStatus(...wanted: readonly string[]) {
  return ({ statuses }: OpenLoadResult) =>
    wanted.reduce((total, status) => total + (statuses[status] ?? 0), 0);
}

try {
  const sampling = sample();
  const downloads: OpenLoadResult[] = [];
  const others: OpenLoadResult[] = [];
  for (let spent = 0; spent < minutes * 60; spent += turn) {
    const [asked, meanwhile] = await putOpenLoads(
      { requests: busy.downloads, rate: downloadsPerSecond, seconds: turn },
      { requests: busy.others, rate: othersPerSecond, seconds: turn },
    );
    downloads.push(asked);
    others.push(meanwhile);
  }
  done.abort();
  await sampling;
  const byMinute = memory.slice(0, minutes).map(median);
  const growth =
    (byMinute.at(-1) ?? Number.NaN) / (byMinute[Math.floor(minutes / 2)] ?? Number.NaN);
  const served = sum(downloads, withStatus('201'));
  const refused = sum(downloads, withStatus('503'));
  const faults = {
    unanswered: sum([...downloads, ...others], ({ unanswered }) => unanswered),
    refusedWithoutRetryAfter: sum(downloads, ({ withoutRetryAfter }) => withoutRetryAfter),
    otherAnswers:
      sum(downloads, ({ answered }) => answered) -
      served -
      refused +
      sum(others, ({ answered }) => answered) -
      sum(others, withStatus('200')),
  };
  const isFlat = growth <= growthLimit;
  const isAnswered = Object.values(faults).every((count) => count === 0);
  console.log(
    JSON.stringify({
      minutes,
      served,
      refused,
      ...faults,
      megabytesByMinute: byMinute.map(Math.round),
      growth: Number(growth.toFixed(3)),
      growthLimit,
      passed: isFlat && isAnswered,
    }),
  );
  if (!(isFlat && isAnswered)) process.exitCode = 1;
} finally {
  await busy.stop();
}
