// What a burst of downloads does to everybody else: `pnpm bench:burst`. Downloads are asked for at four
// times the rate that the register can serve, while others do what they always do. The last line is
// JSON.
import { startBusyRegister } from './busy-register.ts';
import type { OpenLoadResult } from './open-loop.ts';
import { measurePages } from './pages-per-second.ts';
import { median } from './percentiles.ts';
import { putOpenLoads } from './put-open-load.ts';

const seconds = 15;
/** What others ask for in a second. */
const others = 60;
const rounds = 5;
/** In a second: several times what two cores can serve. */
const manyDownloads = 300;

const pagesPerSecond = await measurePages(seconds);
console.error(`All cores compose ${pagesPerSecond.toFixed(0)} pages a second.`);
const busy = await startBusyRegister();
const { downloads } = busy;

/** Downloads a second, when several times as many are asked for, and nothing else. */
async function capacity(): Promise<number> {
  const load = { requests: downloads, rate: manyDownloads };
  await putOpenLoads({ ...load, seconds: 5 });
  const [{ statuses }] = await putOpenLoads({ ...load, seconds });
  return (statuses['201'] ?? 0) / seconds;
}

const asked = { requests: busy.others, rate: others, seconds };

try {
  const perSecond = await capacity();
  console.error(`The register serves ${perSecond.toFixed(0)} downloads a second.`);
  const quiet: OpenLoadResult[] = [];
  const burst: OpenLoadResult[] = [];
  const downloaded: OpenLoadResult[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [before] = await putOpenLoads(asked);
    const [during, meanwhile] = await putOpenLoads(asked, {
      requests: downloads,
      rate: perSecond * 4,
      seconds,
    });
    quiet.push(before);
    burst.push(during);
    downloaded.push(meanwhile);
    console.error(`Round ${round + 1}: others before ${JSON.stringify(before)}`);
    console.error(`         others during ${JSON.stringify(during)}`);
    console.error(`         downloads ${JSON.stringify(meanwhile)}`);
  }
  const p99 = (results: readonly OpenLoadResult[]) => median(results.map(({ p99 }) => p99));
  const sum = (count: (result: OpenLoadResult) => number) =>
    downloaded.reduce((total, result) => total + count(result), 0);
  const before = p99(quiet);
  const during = p99(burst);
  console.log(
    JSON.stringify({
      pagesPerSecond: Math.round(pagesPerSecond),
      capacityPerSecond: Math.round(perSecond),
      offeredPerSecond: Math.round(perSecond * 4),
      served: sum(({ statuses }) => statuses['201'] ?? 0),
      refused: sum(({ statuses }) => statuses['503'] ?? 0),
      refusedWithoutRetryAfter: sum(({ withoutRetryAfter }) => withoutRetryAfter),
      unanswered: sum(({ unanswered }) => unanswered),
      othersP99: { before: Number(before.toFixed(1)), during: Number(during.toFixed(1)) },
      ratio: Number((during / before).toFixed(2)),
    }),
  );
} finally {
  await busy.stop();
}
