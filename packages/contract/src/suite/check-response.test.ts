import { describe, expect, it } from 'vitest';
import { exampleDiplomas, exampleStatistics } from '../examples/index.ts';
import { checkResponse } from './check-response.ts';

const headers = { 'API-Version': '1.0.0', 'Content-Type': 'application/json' };

describe('an answer that keeps the contract', () => {
  it('has no faults', async () => {
    const response = Response.json(exampleStatistics, { headers });
    expect(await checkResponse('getStatistics', response)).toEqual([]);
  });
});

describe('an answer that breaks the contract', () => {
  const { bachelor } = exampleDiplomas;

  it.each<[string, Response]>([
    ['no API-Version', Response.json(bachelor)],
    [
      'another content type',
      new Response('{}', { headers: { ...headers, 'Content-Type': 'text/html' } }),
    ],
    ['a status that is not known', new Response(null, { status: 204, headers })],
    ['a property that is not known', Response.json({ ...bachelor, bsn: '999990019' }, { headers })],
    ['a property of another type', Response.json({ ...bachelor, version: '1' }, { headers })],
    [
      'a problem that tells another status',
      Response.json(problem(404), { status: 400, headers: problemHeaders }),
    ],
    [
      '401 without WWW-Authenticate',
      Response.json(problem(401), { status: 401, headers: problemHeaders }),
    ],
  ])('is found: %s', async (_, response) => {
    expect(await checkResponse('getDiploma', response)).not.toEqual([]);
  });

  it('is found inside a list', async () => {
    const items = [bachelor, { ...bachelor, bsn: '999990019' }];
    const faults = await checkResponse('listDiplomas', Response.json({ items }, { headers }));
    expect(faults).toEqual([expect.stringContaining('bsn')]);
  });
});

const problemHeaders = { ...headers, 'Content-Type': 'application/problem+json' };

function problem(status: number) {
  return {
    type: 'urn:problem-type:diplomaregister:not-found',
    title: 'Not found',
    status,
    detail: 'There is no such thing.',
    instance: 'urn:uuid:00000000-0000-4000-8000-000000000000',
    errors: [{ in: 'path', code: 'invalid', detail: 'No.' }],
  };
}
