import type { AccessRecord, Diploma } from '@diplomaregister/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { diplomasOf, getAsHolder } from '../test-support/calls.ts';
import { deliver, registerLine, testBsn, withdrawLine } from '../test-support/deliver.ts';
import { postAsHolder, sendAsInstitution, share, verifyShare } from '../test-support/post.ts';
import { startRegister, type TestRegister, testStart } from '../test-support/start-register.ts';

const bsn = testBsn(1);
const stranger = testBsn(2);

let register: TestRegister;
let diploma: Diploma;
beforeAll(async () => {
  register = await startRegister();
  await deliver(register, [registerLine('one', { bsn }), registerLine('other', { bsn: stranger })]);
  const [own] = await diplomasOf(register, bsn);
  if (own === undefined) throw new Error('The diploma is missing.');
  diploma = own;
});
afterAll(() => register.close());
beforeEach(async () => {
  await register.register.database.deleteFrom('accessRecords').execute();
});

async function recordsOf(holder: string): Promise<AccessRecord[]> {
  const response = await getAsHolder(register, holder, '/v1/access-records');
  expect(response.headers['cache-control']).toBe('no-store');
  return response.json<{ items: AccessRecord[] }>().items;
}

/** Does something as whoever acts for the holder. */
async function asRepresentative(url: string, body?: object) {
  const claims = { act: { sub: 'guardian-1', name: 'Wilma Zeegers' } };
  const authorization = `Bearer ${await register.tokens.holder(bsn, { claims })}`;
  const key = { 'idempotency-key': crypto.randomUUID() };
  return register.server.inject({
    method: body === undefined ? 'GET' : 'POST',
    url,
    headers: { authorization, ...key },
    ...(body !== undefined && { payload: body }),
  });
}

describe('the holder sees', () => {
  test('each opening of a share, with the name of its receiver, and no attempt', async () => {
    const created = await share(register, bsn, {
      diplomaIds: [diploma.id],
      receiver: 'Ziekenhuis Oeverzicht',
    });
    const pin = created.pin === '000000' ? '000001' : '000000';
    await verifyShare(register, { ...created, pin });
    await verifyShare(register, created);

    expect(await recordsOf(bsn)).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        accessedAt: testStart,
        way: 'share-opened',
        shareId: created.share.id,
        receiver: 'Ziekenhuis Oeverzicht',
        diplomaIds: [diploma.id],
      },
    ]);
    expect(await recordsOf(stranger)).toEqual([]);
  });

  test('of a share only the diplomas that it showed', async () => {
    const holder = testBsn(3);
    const names = ['stands', 'withdrawn', 'of-somebody-else'];
    await deliver(
      register,
      names.map((name) => registerLine(name, { bsn: holder })),
    );
    const diplomaIds = (await diplomasOf(register, holder)).map(({ id }) => id);
    const created = await share(register, holder, { diplomaIds });
    await deliver(register, [
      withdrawLine('withdrawn'),
      registerLine('of-somebody-else', { bsn: testBsn(4) }),
    ]);
    await verifyShare(register, created);

    const [stands] = (await diplomasOf(register, holder)).filter(
      ({ standing }) => standing === 'valid',
    );
    expect(await recordsOf(holder)).toMatchObject([
      { way: 'share-opened', diplomaIds: [stands?.id] },
    ]);
  });

  test('an institution that looked, by the name that it had', async () => {
    await sendAsInstitution(register, '98AA', 'POST', '/v1/diploma-lookups', {
      bsn,
      purpose: 'admission',
    });

    expect(await recordsOf(bsn)).toMatchObject([
      {
        way: 'institution-lookup',
        institution: { code: '98AA', name: 'Merelveld College', city: 'Zwolle' },
        diplomaIds: [diploma.id],
      },
    ]);
  });

  test('nothing of what they do themselves', async () => {
    await share(register, bsn, { diplomaIds: [diploma.id] });
    await getAsHolder(register, bsn, `/v1/diplomas/${diploma.id}`);
    await postAsHolder(register, bsn, '/v1/extracts', { diplomaIds: [diploma.id], language: 'nl' });

    expect(await recordsOf(bsn)).toEqual([]);
  });

  test('all that somebody does who acts for them', async () => {
    const ids = { diplomaIds: [diploma.id] };
    await asRepresentative('/v1/diplomas');
    register.clock.advance(1);
    await asRepresentative(`/v1/diplomas/${diploma.id}`);
    register.clock.advance(1);
    await asRepresentative('/v1/extracts', { ...ids, language: 'nl' });
    register.clock.advance(1);
    await asRepresentative('/v1/shares', { ...ids, expiresOn: '2026-12-31', marks: true });
    const by = { way: 'representative', representative: 'Wilma Zeegers', ...ids };

    expect(await recordsOf(bsn)).toMatchObject([
      { ...by, action: 'share-made' },
      { ...by, action: 'extract-issued' },
      { ...by, action: 'diplomas-seen' },
      { ...by, action: 'diplomas-seen' },
    ]);
  });

  test('the newest first, page by page', async () => {
    const created = await share(register, bsn, { diplomaIds: [diploma.id] });
    for (let count = 0; count < 3; count += 1) {
      register.clock.advance(60);
      await verifyShare(register, created);
    }
    const page = await getAsHolder(register, bsn, '/v1/access-records?limit=2');
    const next = /<([^>]+)>; rel="next"/.exec(String(page.headers['link']))?.[1] ?? '';
    const following = await getAsHolder(register, bsn, next);
    const moments = [page, following]
      .flatMap((one) => one.json<{ items: AccessRecord[] }>().items)
      .map(({ accessedAt }) => accessedAt);

    expect(moments).toHaveLength(3);
    expect(moments).toEqual([...moments].sort().reverse());
    expect(following.headers['link']).toBeUndefined();
  });
});

test('who acts for a holder must be named in the token', async () => {
  for (const act of [{ sub: 'guardian-1' }, { name: '' }, 'Wilma', { name: 'x'.repeat(201) }]) {
    const token = await register.tokens.holder(bsn, { claims: { act } });
    const response = await register.server.inject({
      url: '/v1/diplomas',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.statusCode).toBe(401);
  }
});

test('nothing is seen without a trace: no record, no answer', async () => {
  const { database } = register.register;
  const created = await share(register, bsn, { diplomaIds: [diploma.id] });
  await database.schema.alterTable('accessRecords').renameTo('away').execute();
  try {
    await expect(verifyShare(register, created)).rejects.toThrow('500');
    expect((await asRepresentative('/v1/diplomas')).statusCode).toBe(500);
    const lookup = { bsn, purpose: 'admission' };
    const url = '/v1/diploma-lookups';
    const looked = await sendAsInstitution(register, '98AA', 'POST', url, lookup);
    expect(looked.statusCode).toBe(500);
    expect(looked.body).not.toContain('Zwolle');
  } finally {
    await database.schema.alterTable('away').renameTo('accessRecords').execute();
  }
  expect(await verifyShare(register, created)).toMatchObject({ outcome: 'genuine' });
});
