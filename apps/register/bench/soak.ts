// Whether memory stays flat: `pnpm soak [MINUTES]`, ten by default. Downloads are asked for at more
// than the rate that the register can serve, and everything else beside them. The last line is JSON.
import { setTimeout as sleep } from 'node:timers/promises';
import { startBusyRegister } from './busy-register.ts';
import { median } from './percentiles.ts';
import { putOpenLoad } from './put-open-load.ts';

const minutes = Number(process.argv[2] ?? 10);
const megabyte = 1_024 ** 2;
/** More than two cores can serve. */
const downloadsPerSecond = 300;

const busy = await startBusyRegister();
const samples: number[] = [];
const done = new AbortController();

async function sample(): Promise<void> {
  while (!done.signal.aborted) {
    samples.push(busy.register.residentMemory() / megabyte);
    console.error(`${samples.length * 5} s: ${samples.at(-1)?.toFixed(0)} MB`);
    await sleep(5_000, undefined, { signal: done.signal }).catch(() => {});
  }
}

try {
  const sampling = sample();
  const seconds = 30;
  let unanswered = 0;
  let served = 0;
  for (let spent = 0; spent < minutes * 60; spent += seconds) {
    const [others, downloads] = await Promise.all([
      putOpenLoad({ requests: busy.others, rate: 60, seconds }),
      putOpenLoad({ requests: [busy.download], rate: downloadsPerSecond, seconds }),
    ]);
    unanswered += others.unanswered + downloads.unanswered;
    served += downloads.statuses['201'] ?? 0;
  }
  done.abort();
  await sampling;
  // The first third warms up: code is compiled, and pools and caches fill.
  const third = Math.floor(samples.length / 3);
  const middle = median(samples.slice(third, 2 * third));
  const last = median(samples.slice(2 * third));
  console.log(
    JSON.stringify({
      minutes,
      served,
      unanswered,
      residentMegabytes: { middleThird: Math.round(middle), lastThird: Math.round(last) },
      growth: Number((last / middle).toFixed(2)),
    }),
  );
} finally {
  await busy.stop();
}
