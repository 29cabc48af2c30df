// Puts load on a server, in a process of its own. Reads what to do as JSON, and answers in JSON.
import { text } from 'node:stream/consumers';
import autocannon from 'autocannon';

export interface Load {
  readonly url: string;
  readonly connections: number;
  /** Seconds. */
  readonly duration: number;
  /** The headers of the requests that are made in turn. */
  readonly headers: readonly Readonly<Record<string, string>>[];
}

export interface LoadResult {
  readonly requestsPerSecond: number;
  /** Answers other than 2xx, errors and timeouts. */
  readonly failed: number;
}

const { connections, duration, headers, url } = JSON.parse(await text(process.stdin)) as Load;
const result = await autocannon({
  url,
  connections,
  duration,
  requests: headers.map((own) => ({ method: 'GET', headers: own })),
});
const answer: LoadResult = {
  requestsPerSecond: result.requests.average,
  failed: result.non2xx + result.errors + result.timeouts,
};
console.log(JSON.stringify(answer));
