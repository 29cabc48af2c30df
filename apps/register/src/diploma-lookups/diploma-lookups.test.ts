import type { DiplomaLookup } from '@diplomaregister/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mapSuccessor } from '../institutions/successors.ts';
import { deliver, registerLine, testBsn, withdrawLine } from '../test-support/deliver.ts';
import { sendAsInstitution } from '../test-support/post.ts';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';

const bsn = testBsn(1);

let register: TestRegister;
beforeAll(async () => {
  register = await startRegister();
  const holder = { bsn, gender: 'female' } as const;
  await deliver(register, [
    registerLine('vwo', holder, { awardedOn: '2021-07-06' }),
    registerLine('gone', holder, { awardedOn: '2020-07-06' }),
    withdrawLine('gone'),
  ]);
  const of = (institution: string, scheme: 'crebo' | 'isat', code: string, awardedOn: string) =>
    registerLine(code, holder, { institution, programme: { scheme, code }, awardedOn });
  await deliver(register, [of('98CC', 'crebo', '25656', '2022-07-06')], '98CC');
  await deliver(register, [of('98DD', 'isat', '34560', '2024-07-06')], '98DD');
});
afterAll(() => register.close());

function ask(institution: string, body: object = { bsn, purpose: 'admission' }) {
  return sendAsInstitution(register, institution, 'POST', '/v1/diploma-lookups', body);
}

async function sectorsFor(institution: string): Promise<string[]> {
  const { diplomas } = (await ask(institution)).json<DiplomaLookup>();
  return diplomas.map(({ sector }) => sector);
}

describe('an institution finds', () => {
  test('what it needs to admit somebody: who, what and where, and subjects without marks', async () => {
    const response = await ask('98AA');

    expect(response.statusCode).toBe(200);
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.json()).toEqual({
      lookedUpAt: '2026-11-23T12:00:00.000Z',
      diplomas: [
        {
          holder: {
            givenNames: 'Zoë Aaltje',
            prefix: 'van der',
            familyName: 'Brânză',
            birthDate: '2005-04-30',
          },
          sector: 'vo',
          level: 'vwo',
          qualification: { nlqf: '4+', eqf: '4' },
          programme: expect.objectContaining({ code: '0170' }),
          institution: expect.objectContaining({ code: '98AA' }),
          subjects: [
            expect.objectContaining({ code: '1001' }),
            expect.objectContaining({ code: '1025' }),
          ],
          awardedOn: '2021-07-06',
        },
      ],
    });
  });

  test('diplomas of its own sector and of those that lead to it, newest first', async () => {
    expect(await sectorsFor('98AA')).toEqual(['vo']);
    expect(await sectorsFor('98CC')).toEqual(['mbo', 'vo']);
    expect(await sectorsFor('98DD')).toEqual(['ho', 'mbo', 'vo']);
  });

  test('nothing of somebody whom the register does not know, and leaves nothing behind', async () => {
    const response = await ask('98DD', { bsn: testBsn(2), purpose: 'admission' });

    expect(response.json()).toMatchObject({ diplomas: [] });
    const records = await register.register.database
      .selectFrom('accessRecords')
      .select('holderId')
      .execute();
    expect(new Set(records.map(({ holderId }) => holderId)).size).toBe(1);
  });
});

describe('nobody is looked up', () => {
  test('by an institution that has closed, or that is not known', async () => {
    for (const institution of ['97ZZ', '00XX']) {
      const response = await ask(institution);
      expect(response.statusCode).toBe(403);
      expect(response.json()).toMatchObject({
        type: 'urn:problem-type:diplomaregister:institution-admits-nobody',
      });
    }
  });

  test('by an institution that has a successor, which looks up in its place', async () => {
    const { database } = register.register;
    await mapSuccessor(database, '98AA', '98CC');
    const refused = await ask('98AA');

    expect(refused.statusCode).toBe(403);
    expect(refused.json()).toMatchObject({
      type: 'urn:problem-type:diplomaregister:institution-admits-nobody',
      detail: 'Another institution answers for this one.',
    });
    expect(await sectorsFor('98CC')).toEqual(['mbo', 'vo']);
    await database.deleteFrom('institutionSuccessors').execute();
  });

  test('for another purpose, or by a number that is no BSN', async () => {
    const response = await ask('98AA', { bsn: '12345', purpose: 'curiosity' });
    expect(response.json<{ errors: unknown[] }>().errors).toMatchObject([
      { location: { pointer: '/bsn' }, code: 'pattern' },
      { location: { pointer: '/purpose' }, code: 'not-allowed' },
    ]);
    const failed = await ask('98AA', { bsn: '123456789', purpose: 'admission' });
    expect(failed.statusCode).toBe(400);
    expect(failed.json()).toMatchObject({ errors: [{ code: 'bsn-invalid' }] });
    expect(failed.body).not.toContain('123456789');
  });

  test('more than 60 times a minute, counted by institution', async () => {
    const statuses = new Set<number>();
    for (let asked = 0; asked < 61; asked += 1) statuses.add((await ask('97ZZ')).statusCode);

    expect(statuses).toEqual(new Set([403, 429]));
    expect((await ask('97ZZ')).headers['retry-after']).toMatch(/^\d+$/);
    expect((await ask('98CC')).statusCode).toBe(200);
  });
});
