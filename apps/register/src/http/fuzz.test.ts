import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { contractOperations } from '../contract/operations.ts';
import { fault, toWireCall } from '../test-support/faulty-calls.ts';
import {
  callSample,
  createSampleCalls,
  operationOf,
  sampleHolder,
  sampleToken,
} from '../test-support/sample-calls.ts';
import { startRegister } from '../test-support/start-register.ts';

// Calls of every operation, in any order, with one to four things wrong with each. `pnpm fuzz:register`
// makes 20,000 of them.
const runs = Number(process.env['FUZZ_RUNS'] ?? 500);

/** Milliseconds; a call on a busy machine takes some of them. */
const patience = 10_000;

const register = await startRegister();
afterAll(() => register.close());
const samples = await createSampleCalls(register);

async function withinPatience<Result>(work: PromiseLike<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('No answer came.')), patience);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

test(
  'whatever is wrong with a call, the answer is soon there, and a problem that names it',
  async () => {
    const call = fc.record({
      operation: fc.constantFrom(...contractOperations),
      faults: fc.array(fault, { minLength: 1, maxLength: 4 }),
      hasToken: fc.boolean(),
    });
    const property = fc.asyncProperty(call, async ({ faults, hasToken, operation }) => {
      const wire = toWireCall(operation, samples[operation.id]);
      const token = hasToken ? await sampleToken(register, operation) : undefined;
      if (token !== undefined) wire.headers['authorization'] = `Bearer ${token}`;
      for (const apply of faults) apply(wire);
      const { headers, method, path, payload, query } = wire;

      const response = await withinPatience(
        register.server.inject({
          method: method as 'GET',
          url: query === '' ? path : `${path}?${query}`,
          headers,
          ...(payload !== undefined && { payload }),
        }),
      );

      const sent = JSON.stringify({ ...wire, headers: { ...headers, authorization: '' } });
      expect(response.statusCode, sent.slice(0, 1_000)).toBeLessThan(500);
      if (response.statusCode < 400 || method === 'HEAD') return;
      expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
      const problem = response.json<{ status: number; errors?: readonly object[] }>();
      expect(problem.status).toBe(response.statusCode);
      expect(response.body).not.toContain(sampleHolder);
      if (problem.status !== 400) return;
      expect(problem.errors?.length).toBeGreaterThan(0);
      for (const error of problem.errors ?? []) {
        expect(error).toMatchObject({ in: expect.any(String), code: expect.any(String) });
      }
    });
    await fc.assert(property, { numRuns: runs });
  },
  30_000 + runs * 500,
);

test('a number of more digits than any is too large', async () => {
  const digits = '9'.repeat(400);
  for (const url of [`/v1/institutions?limit=${digits}`, `/v1/programmes?limit=1e400`]) {
    const response = await register.server.inject(url);
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ errors: [{ code: 'too-large' }] });
  }
});

test('every field that has another type than it should is named, and no other', async () => {
  const operation = operationOf('createShare');
  const token = await sampleToken(register, operation);
  const { payload } = samples.createShare;
  const good = { ...(payload as object), receiver: 'Bakkerij Zeezicht' };
  const property = fc.asyncProperty(
    fc.subarray(Object.keys(good), { minLength: 1 }),
    async (wrong) => {
      const bad = Object.fromEntries(wrong.map((name) => [name, {}]));
      const sample = { ...samples.createShare, payload: { ...good, ...bad } };
      const response = await callSample(register, operation, sample, token);
      const { errors } = response.json<{ errors: { location: { pointer: string } }[] }>();
      const named = errors.map(({ location }) => location.pointer);
      expect(new Set(named)).toEqual(new Set(wrong.map((name) => `/${name}`)));
    },
  );
  await fc.assert(property, { numRuns: 15 });
});
