import fc from 'fast-check';
import type { Operation } from '../contract/operations.ts';
import type { SampleCall } from './sample-calls.ts';

/** A request as it goes over the wire, right or wrong. */
export interface WireCall {
  method: string;
  path: string;
  query: string;
  headers: Record<string, string>;
  payload: string | Buffer | undefined;
}

/** Something that is wrong with a request. */
export type Fault = (call: WireCall) => void;

/** The request that a sample stands for. */
export function toWireCall({ method }: Operation, { headers, payload, url }: SampleCall): WireCall {
  const [path = '', query = ''] = url.split('?');
  const isJson = typeof payload === 'object';
  return {
    method,
    path,
    query,
    headers: { ...headers, ...(isJson && { 'content-type': 'application/json' }) },
    payload: isJson ? JSON.stringify(payload) : payload,
  };
}

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', '\0', '\ud800', '../..', '%00', "' or 1=1 --", '-1', '9'.repeat(400), '{}'),
  fc.nat(100_000).map((length) => 'x'.repeat(length)),
);

/** What some take for an instant. */
const instant = fc.constantFrom(
  '2026-11-23T12:00:00.000Z',
  '2026-02-30T00:00:00.000Z',
  '0000-01-01T00:00:00.000Z',
);

/** What some take for an id. */
const id = fc.constantFrom(
  '3f2b1c5e-6a7d-4e8f-9a0b-1c2d3e4f5a6b',
  '3F2B1C5E-6A7D-4E8F-9A0B-1C2D3E4F5A6B',
  'urn:uuid:3f2b1c5e-6a7d-4e8f-9a0b-1c2d3e4f5a6b',
  'DR-7K3M-9QXA-T2VD-H',
);

const value = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  text,
  instant,
  id,
  fc.array(id, { maxLength: 2 }),
  fc.constantFrom(
    null,
    true,
    {},
    [],
    0,
    -1,
    1e308,
    Array.from({ length: 3_000 }, () => 'x'),
  ),
  fc.nat(20_000).map((depth) => ({ raw: `${'['.repeat(depth)}${']'.repeat(depth)}` })),
);

const header = fc.string({ maxLength: 60 }).map((one) => one.replace(/[^\x20-\x7e]/g, ''));

/** A place in a list that this register never told. */
const cursor = fc
  .oneof(fc.tuple(instant, id), fc.array(text, { maxLength: 3 }))
  .map((place) => Buffer.from(JSON.stringify(place)).toString('base64url').slice(0, 200));

/** One thing or another that a client, or an attacker, might get wrong. */
export const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.tuple(fc.nat(9), value).map(
    ([at, wrong]): Fault =>
      (call) =>
        replaceValue(call, at, wrong),
  ),
  fc.tuple(text, value).map(
    ([name, wrong]): Fault =>
      (call) =>
        addValue(call, name, wrong),
  ),
  fc.nat(9).map(
    (at): Fault =>
      (call) =>
        removeValue(call, at),
  ),
  fc.uint8Array({ maxLength: 200 }).map(
    (bytes): Fault =>
      (call) => {
        call.payload = Buffer.from(bytes);
      },
  ),
  fc.nat(40).map(
    (length): Fault =>
      (call) => {
        call.payload = call.payload?.slice(0, -length);
      },
  ),
  fc.tuple(fc.constantFrom('limit', 'cursor', 'search', 'sector', 'x', '__proto__'), text).map(
    ([name, wrong]): Fault =>
      (call) => {
        call.query += `${call.query && '&'}${name}=${encodeURIComponent(wellFormed(wrong))}`;
      },
  ),
  cursor.map(
    (wrong): Fault =>
      (call) => {
        call.query += `${call.query && '&'}cursor=${wrong}`;
      },
  ),
  fc.constantFrom('%', '%zz', '&&==', 'limit=1&limit=2', 'limit[a]=1').map(
    (wrong): Fault =>
      (call) => {
        call.query = wrong;
      },
  ),
  fc.oneof(id, text).map(
    (wrong): Fault =>
      (call) => {
        call.path = call.path.replace(/[^/]+$/, encodeURIComponent(wellFormed(wrong)));
      },
  ),
  fc.constantFrom('%00', '%ff', '%', '..;', '//').map(
    (wrong): Fault =>
      (call) => {
        call.path += wrong;
      },
  ),
  fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS').map(
    (method): Fault =>
      (call) => {
        call.method = method;
      },
  ),
  fc
    .constantFrom('text/plain', 'application/json; charset=utf-16', 'application/x-ndjson', 'x', '')
    .map(
      (type): Fault =>
        (call) => {
          call.headers['content-type'] = type;
        },
    ),
  fc
    .tuple(
      fc.constantFrom(
        'accept',
        'accept-encoding',
        'authorization',
        'content-encoding',
        'expect',
        'idempotency-key',
        'if-none-match',
        'origin',
        'x-forwarded-for',
      ),
      fc.oneof(header, fc.constantFrom('*/*', 'gzip', '100-continue', 'Bearer x.y.z', 'Bearer ')),
    )
    .map(
      ([name, wrong]): Fault =>
        (call) => {
          call.headers[name] = wrong;
        },
    ),
);

function wellFormed(wrong: string): string {
  return wrong.toWellFormed();
}

/** A value that JSON.stringify would need a deep stack for is written as it is. */
function write(body: object): string {
  return JSON.stringify(body, (_key, one: unknown) =>
    isRaw(one) ? `RAW${one.raw}RAW` : one,
  ).replaceAll(/"RAW(.*?)RAW"/g, '$1');
}

function isRaw(one: unknown): one is { readonly raw: string } {
  return typeof one === 'object' && one !== null && 'raw' in one && typeof one.raw === 'string';
}

function changeBody(call: WireCall, change: (body: Record<string, unknown>) => void): void {
  if (typeof call.payload !== 'string') return;
  try {
    const body = JSON.parse(call.payload) as Record<string, unknown>;
    change(body);
    call.payload = write(body);
  } catch {
    // Another fault has made it something else than JSON.
  }
}

function replaceValue(call: WireCall, at: number, wrong: unknown): void {
  changeBody(call, (body) => {
    const names = Object.keys(body);
    const name = names[at % names.length];
    if (name !== undefined) body[name] = wrong;
  });
}

function addValue(call: WireCall, name: string, wrong: unknown): void {
  changeBody(call, (body) => {
    body[name] = wrong;
  });
}

function removeValue(call: WireCall, at: number): void {
  changeBody(call, (body) => {
    const names = Object.keys(body);
    delete body[names[at % names.length] ?? ''];
  });
}
