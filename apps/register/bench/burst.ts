// What a burst of downloads does to everybody else: `pnpm bench:burst`. Downloads are asked for at four
// times the rate that the register can serve, while others do what they always do. The last line is
// JSON.
import { startBusyRegister } from './busy-register.ts';
import type { OpenLoadResult } from './open-loop.ts';
import { median } from './percentiles.ts';
import { putOpenLoads } from './put-open-load.ts';

const seconds = 15;
/** What others ask for in a second. */
const others = 60;
const rounds = 5;

const busy = await startBusyRegister();
const { download } = busy;

/** Downloads a second, when a few more are always waiting. */
async function capacity(): Promise<number> {
  await Promise.all(Array.from({ length: 8 }, downloadFor(3)));
  const served = await Promise.all(Array.from({ length: 8 }, downloadFor(seconds)));
  return served.reduce((sum, count) => sum + count, 0) / seconds;
}

function downloadFor(limit: number) {
  return async () => {
    const { body, headers, method, url } = download;
    const end = performance.now() + limit * 1_000;
    let served = 0;
    while (performance.now() < end) {
      const key = { 'idempotency-key': crypto.randomUUID() };
      const init = { method, headers: { ...headers, ...key }, ...(body && { body }) };
      const response = await fetch(url, init);
      await response.arrayBuffer();
      if (response.status === 201) served += 1;
    }
    return served;
  };
}

const asked = { requests: busy.others, rate: others, seconds };

try {
  const perSecond = await capacity();
  console.error(`The register serves ${perSecond.toFixed(0)} downloads a second.`);
  const quiet: OpenLoadResult[] = [];
  const burst: OpenLoadResult[] = [];
  const downloads: OpenLoadResult[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [before] = await putOpenLoads(asked);
    const [during, downloaded] = await putOpenLoads(asked, {
      requests: [download],
      rate: perSecond * 4,
      seconds,
    });
    quiet.push(before);
    burst.push(during);
    downloads.push(downloaded);
    console.error(`Round ${round + 1}: others before ${JSON.stringify(before)}`);
    console.error(`         others during ${JSON.stringify(during)}`);
    console.error(`         downloads ${JSON.stringify(downloaded)}`);
  }
  const p99 = (results: readonly OpenLoadResult[]) => median(results.map(({ p99 }) => p99));
  const sum = (count: (result: OpenLoadResult) => number) =>
    downloads.reduce((total, result) => total + count(result), 0);
  const before = p99(quiet);
  const during = p99(burst);
  console.log(
    JSON.stringify({
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
