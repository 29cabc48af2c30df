import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getAsInstitution } from '../test-support/calls.ts';
import {
  deliver,
  registerLine,
  sendDelivery,
  testBsn,
  withdrawLine,
} from '../test-support/deliver.ts';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';
import { receiveDelivery } from './receive-delivery.ts';

let register: TestRegister;
beforeAll(async () => {
  register = await startRegister();
});
afterAll(() => register.close());

describe('a delivery', () => {
  test('can be read back, with its rejections in pages, by its institution alone', async () => {
    const lines = Array.from({ length: 5 }, (_, number) => withdrawLine(`none-${number}`));
    const response = await sendDelivery(register, lines);
    const delivery = response.json<{ id: string }>();
    const url = `/v1/deliveries/${delivery.id}`;

    expect(response.headers['location']).toBe(`https://register.example${url}`);
    expect((await getAsInstitution(register, '98AA', url)).json()).toEqual(delivery);
    expect((await getAsInstitution(register, '98CC', url)).statusCode).toBe(404);
    expect((await getAsInstitution(register, '98CC', `${url}/rejections`)).statusCode).toBe(404);

    const first = await getAsInstitution(register, '98AA', `${url}/rejections?limit=3`);
    expect(first.json<{ items: object[] }>().items).toMatchObject([
      { line: 1, recordId: 'none-0' },
      { line: 2 },
      { line: 3 },
    ]);
    const next = /<([^>]+)>; rel="next"/.exec(String(first.headers['link']))?.[1] ?? '';
    const second = await getAsInstitution(register, '98AA', next);
    expect(second.json<{ items: object[] }>().items).toMatchObject([{ line: 4 }, { line: 5 }]);
    expect(second.headers['link']).toBeUndefined();
  });

  test('that comes at the same moment as another is taken after it', async () => {
    const lines = Array.from({ length: 50 }, (_, at) =>
      registerLine(`same-${at}`, { bsn: testBsn(100 + at) }),
    );
    const deliveries = await Promise.all([1, 2, 3].map(() => deliver(register, lines)));

    const sum = (name: 'registered' | 'unchanged') =>
      deliveries.reduce((total, delivery) => total + delivery[name], 0);
    expect(sum('registered')).toBe(50);
    expect(sum('unchanged')).toBe(100);
  });

  test('without lines is a delivery of nothing', async () => {
    expect(await deliver(register, [])).toMatchObject({ lines: 0, registered: 0, rejected: 0 });
  });

  test('of more than 10,000 lines is refused as a whole', async () => {
    const lines = Array.from({ length: 10_001 }, () => '{}');
    const response = await sendDelivery(register, lines);

    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({
      type: 'urn:problem-type:diplomaregister:delivery-too-long',
      errors: [{ in: 'body', code: 'too-many-lines' }],
    });
  });

  test('of another media type, or packed, is refused', async () => {
    const authorization = `Bearer ${await register.tokens.institution('98AA')}`;
    for (const headers of [
      { 'content-type': 'application/json' },
      { 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' },
    ]) {
      const response = await register.server.inject({
        method: 'POST',
        url: '/v1/deliveries',
        headers: { authorization, ...headers },
        payload: '{}',
      });
      expect(response.statusCode).toBe(415);
      expect(response.json()).toMatchObject({
        type: 'urn:problem-type:diplomaregister:unsupported-media-type',
      });
    }
  });

  test('of more than 64 MiB is refused', async () => {
    const response = await register.server.inject({
      method: 'POST',
      url: '/v1/deliveries',
      headers: {
        authorization: `Bearer ${await register.tokens.institution('98AA')}`,
        'content-type': 'application/x-ndjson',
      },
      payload: Buffer.alloc(64 * 1024 * 1024 + 1, 0x20),
    });

    expect(response.statusCode).toBe(413);
    expect(response.json()).toMatchObject({
      type: 'urn:problem-type:diplomaregister:content-too-large',
    });
  });

  test('of which an institution sends many at once is read when two before it are stored', async () => {
    const gate = Promise.withResolvers<void>();
    const read: string[] = [];
    async function* body(recordId: string) {
      read.push(recordId);
      await gate.promise;
      yield Buffer.from(JSON.stringify(registerLine(recordId, { bsn: testBsn(30) })));
    }
    const send = (institution: string, recordId: string) =>
      receiveDelivery(register.register, institution, body(recordId));
    const ids = ['many-0', 'many-1', 'many-2', 'many-3'];
    const deliveries = [...ids.map((id) => send('98AA', id)), send('98BB', 'other')];
    await expect.poll(() => read.toSorted()).toEqual(['many-0', 'many-1', 'other']);

    gate.resolve();
    const received = await Promise.all(deliveries);
    expect(received.map(({ registered }) => registered)).toEqual([1, 1, 1, 1, 0]);
    expect(read.toSorted()).toEqual([...ids, 'other']);
  });
});
