import { afterAll, beforeAll, expect, test } from 'vitest';
import { getAsHolder, getAsInstitution } from '../test-support/calls.ts';
import { registerLine, sendDelivery, testBsn } from '../test-support/deliver.ts';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';
import { contractDocument } from './operations.ts';
import { createBodyAjv } from './validators.ts';

let register: TestRegister;
beforeAll(async () => {
  register = await startRegister();
});
afterAll(() => register.close());

const ajv = createBodyAjv();
ajv.addKeyword('components');
ajv.addSchema({ $id: 'contract', components: contractDocument.components });

type SchemaName = keyof typeof contractDocument.components.schemas;

function expectToBe(schema: SchemaName, body: unknown): void {
  const validate = ajv.compile({ $ref: `contract#/components/schemas/${schema}` });
  validate(body);
  expect(validate.errors ?? []).toEqual([]);
}

test('every answer has the form that the contract gives it', async () => {
  const bsn = testBsn(1);
  const created = await sendDelivery(register, [
    registerLine('day', { bsn }),
    registerLine('month', { bsn, gender: 'female' }, { awardedIn: '2022-07' } as object),
    { action: 'register', recordId: 'bad', unknown: 1 },
  ]);
  expectToBe('Delivery', created.json());

  const url = `/v1/deliveries/${created.json<{ id: string }>().id}`;
  expectToBe('Delivery', (await getAsInstitution(register, '98AA', url)).json());
  const rejections = await getAsInstitution(register, '98AA', `${url}/rejections`);
  const { items: rejected } = rejections.json<{ items: unknown[] }>();
  expect(rejected).toHaveLength(1);
  expectToBe('Rejection', rejected[0]);

  const { items } = (await getAsHolder(register, bsn, '/v1/diplomas')).json<{
    items: { id: string }[];
  }>();
  expect(items).toHaveLength(2);
  for (const diploma of items) {
    expectToBe('Diploma', diploma);
    const one = await getAsHolder(register, bsn, `/v1/diplomas/${diploma.id}`);
    expectToBe('Diploma', one.json());
  }

  expectToBe('Statistics', (await register.server.inject('/v1/statistics')).json());
  expectToBe('TrustAnchors', (await register.server.inject('/v1/trust-anchors')).json());
});

test('every problem has the form that the contract gives it', async () => {
  const { server, tokens } = register;
  const authorization = `Bearer ${await tokens.holder(testBsn(1))}`;
  const requests = [
    { url: '/v1/diplomas' },
    { url: '/v1/diplomas/x', headers: { authorization } },
    { url: '/v1/diplomas?limit=0', headers: { authorization } },
    { url: '/v1/status-lists/999' },
    { url: '/v1/nothing' },
    { url: '/v1/statistics', method: 'DELETE' as const },
    { url: '/v1/statistics', headers: { accept: 'text/html' } },
    { url: '/v1/verifications', method: 'POST' as const },
  ];
  for (const request of requests) {
    const response = await server.inject(request);
    expect(response.statusCode).toBeGreaterThanOrEqual(400);
    expectToBe(response.statusCode === 400 ? 'InputProblem' : 'Problem', response.json());
  }
});
