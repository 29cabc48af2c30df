import type { ReceivedCorrectionRequest } from '@diplomaregister/contract';
import { createClient } from '@diplomaregister/sdk';
import fastify, { type FastifyInstance } from 'fastify';
import { expect, it, onTestFinished } from 'vitest';
import { openInbox, reportsAtOnce } from './inbox.ts';
import { requestRoutes } from './request-routes.ts';
import { readSchools } from './school.ts';

const institution = '98AA';

const reports = Array.from(
  { length: 2 * reportsAtOnce + 20 },
  (_, number): ReceivedCorrectionRequest => ({
    id: `report-${number}`,
    awardedBy: institution,
    holder: { bsn: '999900006' },
    reason: 'missing',
    text: `Report number ${number}.`,
    status: 'open',
    createdAt: '2026-11-01T12:00:00Z',
    changedAt: '2026-11-01T12:00:00Z',
  }),
);

/** A register with all reports, 100 at once, that answers each change with the next status. */
async function answerRegister(
  input: URL | RequestInfo,
  init: RequestInit | undefined,
  nextStatus: () => number,
) {
  if (init?.method === 'PATCH') {
    const status = nextStatus();
    if (status === 200) return Response.json(reports[3]);
    const headers = { 'content-type': 'application/problem+json' };
    const words = { type: 'about:blank', title: 'Refused', detail: 'Refused', instance: 'urn:x' };
    const problem = { ...words, status };
    return new Response(JSON.stringify(problem), { status, headers });
  }
  const start = Number(new URL(String(input)).searchParams.get('cursor') ?? 0);
  const next = start + 100;
  const link = `<https://register.example/v1/correction-requests?cursor=${next}>; rel="next"`;
  const headers = next < reports.length ? { link } : {};
  return Response.json({ items: reports.slice(start, next) }, { headers });
}

/** The pages of the school's inbox, on a register that answers each change with the next status. */
async function setUp(statuses: readonly number[] = [200]): Promise<FastifyInstance> {
  const left = [...statuses];
  const register = createClient({
    url: 'https://register.example/v1',
    retries: 0,
    fetch: (input, init) => answerRegister(input, init, () => left.shift() ?? 500),
  });
  const school = (await readSchools()).find((each) => each.institution === institution);
  if (!school) throw new Error(`There is no school ${institution}`);
  const server = fastify();
  onTestFinished(() => server.close());
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: unknown, body: string | Buffer) => new URLSearchParams(String(body)),
  );
  const office = { school, records: async () => [], inbox: openInbox(register) };
  requestRoutes(server, {
    language: 'en',
    offices: new Map([[institution, office]]),
    send: (reply, { content }) => reply.type('text/html').send(content.markup),
  });
  return server;
}

const address = `/en/school/${institution}/requests/`;

it.each([
  ['', 0, ['Older reports']],
  ['?page=2', reportsAtOnce, ['Newer reports', 'Older reports']],
  ['?page=3', 2 * reportsAtOnce, ['Newer reports']],
  ['?page=x', 0, ['Older reports']],
])('page "%s" has the reports from %i on, and the ways to %o', async (query, first, ways) => {
  const { body } = await (await setUp()).inject(`${address}${query}`);
  const last = Math.min(first + reportsAtOnce, reports.length) - 1;
  const shown = [...body.matchAll(/Report number (\d+)\./g)].map(([, number]) => Number(number));
  expect([shown[0], shown.at(-1), shown.length]).toEqual([first, last, last - first + 1]);
  expect(body.match(/(?:Newer|Older) reports/g)).toEqual(ways);
});

it('sends an answer once that a double click sent twice', async () => {
  const server = await setUp([200, 409]);
  const send = () =>
    server.inject({
      method: 'POST',
      url: address,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'form=1&request=report-3&status=refused&answer=Another+school',
    });
  const answers = await Promise.all([send(), send()]);
  expect(answers.map(({ headers }) => headers.location)).toEqual(Array(2).fill(`${address}?saved`));
});

it.each([
  [401, 503, 'did not let the school in'],
  [403, 503, 'did not let the school in'],
  [409, 422, 'did not take this'],
  [429, 503, 'too many questions'],
  [500, 503, 'Nothing has changed'],
])('a register that says %i: %i, "%s", and the answer is kept', async (status, code, words) => {
  const answer = await (await setUp([status])).inject({
    method: 'POST',
    url: address,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'request=report-3&status=refused&answer=Another+school',
  });
  expect(answer.statusCode).toBe(code);
  expect(answer.body).toContain(words);
  expect(answer.body).toContain('Another school</textarea>');
});
