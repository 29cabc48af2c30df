import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { contractDocument, contractOperations, type Operation } from '../contract/operations.ts';
import { fault, toWireCall } from '../test-support/faulty-calls.ts';
import {
  callSample,
  createSampleCalls,
  type SampleCall,
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

// Every call comes a minute after the one before: else limits would answer nearly all of them.
beforeAll(() => vi.useFakeTimers({ toFake: ['Date'] }));
afterAll(() => vi.useRealTimers());
const passMinute = () => vi.advanceTimersByTime(60_000);

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
      if ('idempotency-key' in wire.headers) wire.headers['idempotency-key'] = randomUUID();
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
    await fc.assert(property.beforeEach(passMinute), { numRuns: runs });
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

/** What is wrong for a parameter of this name. */
const wrongParameters: Readonly<Record<string, string>> = {
  cursor: '',
  id: 'x',
  'Idempotency-Key': 'x',
  'If-None-Match': 'x'.repeat(201),
  keyId: 'x',
  limit: '0',
  listId: 'x',
  search: '',
  sector: 'x',
  status: 'x',
};

interface Field {
  readonly in: 'path' | 'query' | 'header' | 'body';
  readonly name: string;
}

/** Everything that a call of an operation has, as the contract and the sample call say. */
function fieldsOf({ id, method, path }: Operation): Field[] {
  const paths = contractDocument.paths as unknown as Readonly<
    Record<string, Readonly<Record<string, { readonly parameters?: readonly object[] }>>>
  >;
  const { parameters = [] } = paths[path]?.[method.toLowerCase()] ?? {};
  const { payload } = samples[id];
  const properties = typeof payload === 'object' ? [...Object.keys(payload), 'more'] : [];
  return [
    ...parameters.map(resolveParameter),
    ...properties.map((name): Field => ({ in: 'body', name })),
  ];
}

function resolveParameter(parameter: object): Field {
  if (!('$ref' in parameter)) return parameter as Field;
  const name = String(parameter.$ref).split('/').at(-1) as keyof typeof components;
  const { parameters: components } = contractDocument.components;
  return components[name] as Field;
}

/** The sample call of an operation, with other values in these fields. */
function withWrong({ id, path }: Operation, wrong: readonly Field[]): SampleCall {
  const { headers, payload, url, ...rest } = samples[id];
  const of = (part: Field['in']) => wrong.filter((field) => field.in === part);
  const valuesOf = (part: Field['in']): [string, string][] =>
    of(part).map(({ name }) => [name, wrongParameters[name] ?? '']);
  const [address = '', query] = url.split('?');
  const wrongAddress =
    of('path').length > 0
      ? `/v1${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => wrongParameters[name] ?? '')}`
      : address;
  const search = new URLSearchParams(query);
  for (const [name, value] of valuesOf('query')) search.set(name, value);
  return {
    ...rest,
    url: `${wrongAddress}?${search}`,
    headers: {
      ...headers,
      ...Object.fromEntries(valuesOf('header').map(([name, value]) => [name.toLowerCase(), value])),
    },
    ...(payload !== undefined && {
      payload:
        typeof payload === 'object'
          ? { ...payload, ...Object.fromEntries(of('body').map(({ name }) => [name, {}])) }
          : payload,
    }),
  };
}

test(
  'whichever fields of a call are wrong, each of them is named, and no other',
  async () => {
    const withFields = contractOperations.filter((operation) => fieldsOf(operation).length > 0);
    const call = fc.constantFrom(...withFields).chain((operation) =>
      fc.record({
        operation: fc.constant(operation),
        wrong: fc.subarray(fieldsOf(operation), { minLength: 1 }),
      }),
    );
    const property = fc.asyncProperty(call, async ({ operation, wrong }) => {
      const token = await sampleToken(register, operation);
      const response = await callSample(register, operation, withWrong(operation, wrong), token);
      expect(response.statusCode).toBe(400);
      const { errors } = response.json<{
        errors: { in: string; location: { pointer?: string; name?: string } }[];
      }>();
      const named = errors.map((error) =>
        `${error.in} ${error.location.name ?? error.location.pointer?.slice(1)}`.toLowerCase(),
      );
      const expected = wrong.map((field) => `${field.in} ${field.name}`.toLowerCase());
      expect(new Set(named)).toEqual(new Set(expected));
    });
    await fc.assert(property.beforeEach(passMinute), { numRuns: runs });
  },
  30_000 + runs * 500,
);
