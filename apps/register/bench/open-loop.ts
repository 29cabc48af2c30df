// Sends requests at a given rate, whether or not the earlier ones were answered, as the world does.
// Reads an `OpenLoad` from standard input and writes an `OpenLoadResult`.
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from './percentiles.ts';

export interface OpenLoad {
  /** Epoch milliseconds of the first request: those that put load on together begin together. */
  readonly startsAt: number;
  readonly requests: readonly OpenRequest[];
  /** Requests a second; the kinds of requests take turns. */
  readonly rate: number;
  readonly seconds: number;
}

export interface OpenRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface OpenLoadResult {
  readonly answered: number;
  /** How many answers there were of each status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** The same of the answers that came within the seconds: what was waiting then is not of that time. */
  readonly inTime: Readonly<Record<string, number>>;
  /** Answers 503 that did not say when to come again. */
  readonly withoutRetryAfter: number;
  /** Requests that got no answer in ten seconds. */
  readonly unanswered: number;
  /** Milliseconds, of all that were answered. */
  readonly p50: number;
  readonly p99: number;
}

const timeout = 10_000;
const agent = new Agent({ keepAlive: true });

interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly milliseconds: number;
  readonly endedAt: number;
}

function send({ body, headers, method, url }: OpenRequest): Promise<Answer | undefined> {
  const start = performance.now();
  return new Promise((resolve) => {
    const key = method === 'POST' ? { 'idempotency-key': randomUUID() } : {};
    const sent = request(url, { method, agent, timeout, headers: { ...headers, ...key } });
    sent.on('response', (response) => {
      response.resume().on('end', () => {
        const endedAt = performance.now();
        resolve({
          status: response.statusCode ?? 0,
          retryAfter: response.headers['retry-after'],
          milliseconds: endedAt - start,
          endedAt,
        });
      });
    });
    sent.on('timeout', () => sent.destroy());
    sent.on('error', () => resolve(undefined));
    sent.end(body);
  });
}

async function run({ rate, requests, seconds, startsAt }: OpenLoad): Promise<OpenLoadResult> {
  const pending: Promise<Answer | undefined>[] = [];
  const begin = startsAt - performance.timeOrigin;
  for (let sent = 0; sent < rate * seconds; sent += 1) {
    const due = begin + (sent * 1_000) / rate;
    const early = due - performance.now();
    if (early > 0) await sleep(early);
    const next = requests[sent % requests.length];
    if (next !== undefined) pending.push(send(next));
  }
  const all = await Promise.all(pending);
  const answers = all.filter((answer) => answer !== undefined);
  const times = Float64Array.from(answers, ({ milliseconds }) => milliseconds).sort();
  const end = begin + seconds * 1_000;
  return {
    answered: answers.length,
    statuses: countStatuses(answers),
    inTime: countStatuses(answers.filter(({ endedAt }) => endedAt <= end)),
    withoutRetryAfter: answers.filter(
      ({ retryAfter, status }) => status === 503 && retryAfter === undefined,
    ).length,
    unanswered: all.length - answers.length,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  };
}

function countStatuses(answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

const load = JSON.parse(await text(process.stdin)) as OpenLoad;
process.stdout.write(JSON.stringify(await run(load)));
agent.destroy();
