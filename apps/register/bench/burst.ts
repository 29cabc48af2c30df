// What a burst of downloads does to everybody else: `pnpm bench:burst`. Downloads are asked for at four
// times the rate that the register can serve, while others do what they always do. The last line is
// JSON.
import { startBusyMachine } from './busy-machine.ts';
import { startBusyRegister } from './busy-register.ts';
import type { OpenLoadResult } from './open-loop.ts';
import { measurePages } from './pages-per-second.ts';
import { median } from './percentiles.ts';
import { putOpenLoads } from './put-open-load.ts';

const seconds = 15;
/** What others ask for in a second. */
const othersPerSecond = 60;
const rounds = 5;

const pagesPerSecond = await measurePages(seconds);
console.error(`All cores compose ${pagesPerSecond.toFixed(0)} pages a second.`);
const busy = await startBusyRegister();
const { downloads } = busy;

/**
 * Downloads a second, when as many are asked for as all cores could compose, and nothing else: the second
 * time, since the first compiles code.
 */
async function capacity(): Promise<number> {
  const load = { requests: downloads, rate: pagesPerSecond, seconds };
  await putOpenLoads(load);
  const [{ inTime }] = await putOpenLoads(load);
  return (inTime['201'] ?? 0) / seconds;
}

const asked = { requests: busy.others, rate: othersPerSecond, seconds };

/** What others get while as much is asked for, and as much computed, without the register. */
async function besideBusyMachine(rate: number): Promise<OpenLoadResult> {
  const machine = await startBusyMachine();
  const requests = downloads.map((download) => ({ ...download, url: machine.url }));
  try {
    const [result] = await putOpenLoads(asked, { requests, rate, seconds });
    return result;
  } finally {
    await machine.stop();
  }
}

try {
  const perSecond = await capacity();
  const offered = perSecond * 4;
  console.error(`The register serves ${perSecond.toFixed(0)} downloads a second.`);
  const quiet: OpenLoadResult[] = [];
  const busyMachine: OpenLoadResult[] = [];
  const burst: OpenLoadResult[] = [];
  const downloaded: OpenLoadResult[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [before] = await putOpenLoads(asked);
    const beside = await besideBusyMachine(offered);
    const [during, meanwhile] = await putOpenLoads(asked, {
      requests: downloads,
      rate: offered,
      seconds,
    });
    quiet.push(before);
    busyMachine.push(beside);
    burst.push(during);
    downloaded.push(meanwhile);
    console.error(`Round ${round + 1}: others before ${JSON.stringify(before)}`);
    console.error(`         others on a busy machine ${JSON.stringify(beside)}`);
    console.error(`         others during ${JSON.stringify(during)}`);
    console.error(`         downloads ${JSON.stringify(meanwhile)}`);
  }
  const middle = (results: readonly OpenLoadResult[], of: 'p50' | 'p99') =>
    median(results.map((result) => result[of]));
  const sum = (count: (result: OpenLoadResult) => number) =>
    downloaded.reduce((total, result) => total + count(result), 0);
  // Who is turned away, or not answered at all, does not wait: their times would flatter.
  const failed = (results: readonly OpenLoadResult[]) =>
    results.reduce(
      (total, { answered, statuses, unanswered }) =>
        total + answered - (statuses['200'] ?? 0) + unanswered,
      0,
    );
  const others = (of: 'p50' | 'p99') => ({
    before: Number(middle(quiet, of).toFixed(1)),
    busyMachine: Number(middle(busyMachine, of).toFixed(1)),
    during: Number(middle(burst, of).toFixed(1)),
  });
  const during = middle(burst, 'p99');
  const ratio = (one: number, other: number) => Number((one / other).toFixed(2));
  console.log(
    JSON.stringify({
      pagesPerSecond: Math.round(pagesPerSecond),
      capacityPerSecond: Math.round(perSecond),
      offeredPerSecond: Math.round(offered),
      served: sum(({ statuses }) => statuses['201'] ?? 0),
      refused: sum(({ statuses }) => statuses['503'] ?? 0),
      refusedWithoutRetryAfter: sum(({ withoutRetryAfter }) => withoutRetryAfter),
      unanswered: sum(({ unanswered }) => unanswered),
      othersFailed: {
        before: failed(quiet),
        busyMachine: failed(busyMachine),
        during: failed(burst),
      },
      othersP50: others('p50'),
      othersP99: others('p99'),
      ratios: {
        'during / before': ratio(during, middle(quiet, 'p99')),
        'during / busyMachine': ratio(during, middle(busyMachine, 'p99')),
        'capacity / pages': ratio(perSecond, pagesPerSecond),
      },
    }),
  );
} finally {
  await busy.stop();
}
