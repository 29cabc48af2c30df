import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadReference, readReference } from '../reference/reference.ts';
import type { ReferenceSet } from '../reference/reference-set.ts';
import { diplomasOf, getAsHolder, rejectionsOf } from '../test-support/calls.ts';
import { deliver, registerLine, testBsn, withdrawLine } from '../test-support/deliver.ts';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';
import { receiveDelivery } from './receive-delivery.ts';

let register: TestRegister;
beforeAll(async () => {
  register = await startRegister();
});
afterAll(() => register.close());

const recordWithdrawn = {
  code: 'record-withdrawn',
  location: { pointer: '/recordId' },
  detail: expect.stringContaining('under another recordId'),
};

async function countHolders(): Promise<number> {
  const query = sql<{ count: number }>`select count(*) as count from holders`;
  const { rows } = await query.execute(register.register.database);
  return Number(rows[0]?.count);
}

describe('a record', () => {
  test('is registered, and its holder sees it with the names of the reference data', async () => {
    const delivery = await deliver(register, [registerLine('first', { bsn: testBsn(10) })]);

    expect(delivery).toMatchObject({ lines: 1, registered: 1, rejected: 0 });
    expect(await diplomasOf(register, testBsn(10))).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        version: 1,
        standing: 'valid',
        registeredAt: '2026-11-23T12:00:00.000Z',
        holder: {
          givenNames: 'Zoë Aaltje',
          prefix: 'van der',
          familyName: 'Brânză',
          birthDate: '2005-04-30',
        },
        sector: 'vo',
        level: 'vwo',
        qualification: { nlqf: '4+', eqf: '4' },
        programme: {
          scheme: 'elementcode',
          code: '0170',
          name: 'Natuur en Techniek',
          englishName: 'Science and Technology',
        },
        institution: { code: '98AA', name: 'Merelveld College', city: 'Zwolle' },
        marks: [
          {
            subject: {
              code: '1001',
              name: 'Nederlandse taal en literatuur',
              englishName: 'Dutch language and literature',
            },
            schoolExam: '6.4',
            centralExam: '7.1',
            final: '7',
          },
          {
            subject: { code: '1025', name: 'Wiskunde B', englishName: 'Mathematics B' },
            schoolExam: '8.0',
            centralExam: '7.6',
            final: '8',
          },
        ],
        awardedOn: '2023-07-06',
      },
    ]);
  });

  test('of vavo comes from an institution of mbo', async () => {
    const vavo = registerLine('vavo', { bsn: testBsn(26) }, { institution: '98CC' });

    expect(await deliver(register, [vavo], '98CC')).toMatchObject({ registered: 1 });
    expect(await diplomasOf(register, testBsn(26))).toMatchObject([
      { sector: 'vo', level: 'vwo', institution: { name: 'ROC Rijnstreek' } },
    ]);
  });

  test('that comes again changes nothing, in whatever order its properties are', async () => {
    const line = registerLine('again', { bsn: testBsn(11) });
    await deliver(register, [line]);
    const reordered = Object.fromEntries(Object.entries(line).reverse());

    expect(await deliver(register, [line, reordered])).toMatchObject({ lines: 2, unchanged: 2 });
    expect(await diplomasOf(register, testBsn(11))).toMatchObject([{ version: 1 }]);
  });

  test('that comes changed is a correction: the same diploma, a new version', async () => {
    await deliver(register, [registerLine('correct', { bsn: testBsn(12) })]);
    const [before] = await diplomasOf(register, testBsn(12));

    const changed = registerLine('correct', { bsn: testBsn(12) }, { awardedOn: '2023-07-07' });
    expect(await deliver(register, [changed])).toMatchObject({ corrected: 1 });

    const after = await diplomasOf(register, testBsn(12));
    expect(after).toMatchObject([{ id: before?.id, version: 2, awardedOn: '2023-07-07' }]);
  });

  test('that is withdrawn stays in the list as such; twice changes nothing', async () => {
    await deliver(register, [registerLine('withdraw', { bsn: testBsn(13) })]);

    expect(await deliver(register, [withdrawLine('withdraw')])).toMatchObject({ withdrawn: 1 });
    expect(await deliver(register, [withdrawLine('withdraw')])).toMatchObject({ unchanged: 1 });
    expect(await diplomasOf(register, testBsn(13))).toMatchObject([{ standing: 'withdrawn' }]);
  });

  test('that is withdrawn stays so: the same line changes nothing, another one is rejected', async () => {
    const line = registerLine('return', { bsn: testBsn(14) });
    const withdrawal = withdrawLine('return');
    expect(await deliver(register, [line, withdrawal])).toMatchObject({ withdrawn: 1 });

    expect(await deliver(register, [line, withdrawal])).toMatchObject({ unchanged: 2 });
    const delivery = await deliver(register, [
      registerLine('return', { bsn: testBsn(14) }, { awardedOn: '2023-07-07' }),
      registerLine('return', { bsn: testBsn(20) }),
    ]);
    expect(delivery).toMatchObject({ corrected: 0, rejected: 2 });
    expect(await rejectionsOf(register, delivery.id)).toMatchObject([
      { line: 1, recordId: 'return', errors: [recordWithdrawn] },
      { line: 2, recordId: 'return', errors: [recordWithdrawn] },
    ]);
    expect(await diplomasOf(register, testBsn(14))).toMatchObject([
      { version: 1, standing: 'withdrawn', awardedOn: '2023-07-06' },
    ]);
  });

  test('that was withdrawn by mistake is a diploma of its own under another name', async () => {
    await deliver(register, [
      registerLine('mistake', { bsn: testBsn(21) }),
      withdrawLine('mistake'),
      registerLine('mistake-2', { bsn: testBsn(21) }),
    ]);

    const standings = (await diplomasOf(register, testBsn(21))).map(({ standing }) => standing);
    expect(standings.sort()).toEqual(['valid', 'withdrawn']);
  });

  test('that is rejected leaves nothing of a person of whom the register has nothing else', async () => {
    const before = await countHolders();
    await deliver(register, [
      registerLine('stranger', { bsn: testBsn(22) }),
      withdrawLine('stranger'),
      registerLine('stranger', { bsn: testBsn(23) }),
    ]);
    expect(await countHolders()).toBe(before + 1);

    await deliver(register, [registerLine('stranger', { bsn: testBsn(24) })]);
    expect(await countHolders()).toBe(before + 1);
  });

  test('that turns out to be of somebody else is no more to be seen there, and made anew', async () => {
    await deliver(register, [registerLine('person', { bsn: testBsn(15) })]);
    const [wrong] = await diplomasOf(register, testBsn(15));

    const moved = registerLine('person', { bsn: testBsn(16) });
    expect(await deliver(register, [moved])).toMatchObject({ corrected: 1 });

    expect(await diplomasOf(register, testBsn(15))).toEqual([]);
    const asked = await getAsHolder(register, testBsn(15), `/v1/diplomas/${wrong?.id}`);
    expect(asked.statusCode).toBe(404);
    const [right] = await diplomasOf(register, testBsn(16));
    expect(right).toMatchObject({ standing: 'valid', version: 1 });
    expect(right?.id).not.toBe(wrong?.id);
    expect(await deliver(register, [moved])).toMatchObject({ unchanged: 1 });
  });

  test('that goes back to whom it was of first is yet another diploma', async () => {
    const [one, other] = [testBsn(18), testBsn(19)];
    for (const bsn of [one, other, one]) await deliver(register, [registerLine('to-fro', { bsn })]);

    expect(await diplomasOf(register, one)).toMatchObject([{ standing: 'valid', version: 1 }]);
    expect(await diplomasOf(register, other)).toEqual([]);
  });

  test('of a holder without a BSN is kept, corrected and withdrawn like any other', async () => {
    const { holder, ...line } = registerLine('abroad');
    const { bsn: _none, ...nameless } = holder;
    const first = { ...line, holder: nameless };

    expect(await deliver(register, [first])).toMatchObject({ registered: 1 });
    expect(await deliver(register, [first])).toMatchObject({ unchanged: 1 });
    const renamed = { ...line, holder: { ...nameless, familyName: 'Østergård' } };
    expect(await deliver(register, [renamed])).toMatchObject({ corrected: 1 });
    expect(await deliver(register, [withdrawLine('abroad')])).toMatchObject({ withdrawn: 1 });
    expect(await deliver(register, [renamed])).toMatchObject({ unchanged: 1 });
    const known = registerLine('abroad', { bsn: testBsn(25) });
    expect(await deliver(register, [first, known])).toMatchObject({ rejected: 2 });
    expect(await diplomasOf(register, testBsn(25))).toEqual([]);
  });

  test('that several lines are about takes them in order', async () => {
    const line = registerLine('order', { bsn: testBsn(17) });
    const changed = registerLine('order', { bsn: testBsn(17) }, { awardedOn: '2023-07-10' });

    const delivery = await deliver(register, [
      withdrawLine('order'),
      line,
      changed,
      changed,
      withdrawLine('order'),
      changed,
      line,
    ]);

    expect(delivery).toMatchObject({
      lines: 7,
      registered: 1,
      corrected: 1,
      withdrawn: 1,
      unchanged: 2,
      rejected: 2,
    });
    expect(await rejectionsOf(register, delivery.id)).toMatchObject([
      { line: 1, errors: [{ code: 'record-unknown' }] },
      { line: 7, errors: [recordWithdrawn] },
    ]);
    expect(await diplomasOf(register, testBsn(17))).toMatchObject([
      { version: 2, standing: 'withdrawn', awardedOn: '2023-07-10' },
    ]);
  });
});

describe('names', () => {
  const renamed: ReferenceSet = {
    institutions: [{ code: '98AA', name: 'Nieuwveld College', city: 'Kampen', sectors: ['vo'] }],
    programmes: [
      { scheme: 'elementcode', code: '0170', name: 'Techniek', sector: 'vo', level: 'vwo' },
      { scheme: 'elementcode', code: '0171', name: 'Gezondheid', sector: 'vo', level: 'vwo' },
    ],
    subjects: [
      { code: '1001', name: 'Nederlands' },
      { code: '1002', name: 'Engels' },
    ],
  };

  /** Delivers after institutions, programmes and subjects got other names. */
  async function deliverRenamed(...lines: readonly object[]): Promise<void> {
    const { database } = register.register;
    await loadReference(database, renamed);
    const reference = await readReference(database);
    const body = Readable.from(lines.map((line) => Buffer.from(`${JSON.stringify(line)}\n`)));
    await receiveDelivery({ ...register.register, reference }, '98AA', body);
  }

  test('are those of the award also in a correction, and when it is of somebody else', async () => {
    const marks = [
      { subject: '1001', final: '8' },
      { subject: '1002', final: '7' },
    ];
    for (const recordId of ['name', 'whose']) {
      await deliver(register, [registerLine(recordId, { bsn: testBsn(40) })]);
    }
    await deliverRenamed(
      registerLine('name', { bsn: testBsn(40), givenNames: 'Zita' }),
      registerLine('name', { bsn: testBsn(40), givenNames: 'Zita' }, { marks }),
      registerLine('whose', { bsn: testBsn(41) }),
    );

    const [corrected] = await diplomasOf(register, testBsn(40));
    const [moved] = await diplomasOf(register, testBsn(41));
    for (const diploma of [corrected, moved]) {
      expect(diploma).toMatchObject({
        programme: { name: 'Natuur en Techniek', englishName: 'Science and Technology' },
        institution: { name: 'Merelveld College', city: 'Zwolle' },
      });
    }
    expect(corrected).toMatchObject({ version: 3, holder: { givenNames: 'Zita' } });
    expect(corrected?.marks?.map(({ subject }) => subject.name)).toEqual([
      'Nederlandse taal en literatuur',
      'Engels',
    ]);
  });

  test('are those of now where a correction says that it was another programme', async () => {
    await deliver(register, [registerLine('programme', { bsn: testBsn(42) })]);
    const programme = { scheme: 'elementcode', code: '0171' } as const;
    await deliverRenamed(registerLine('programme', { bsn: testBsn(42) }, { programme }));

    expect(await diplomasOf(register, testBsn(42))).toMatchObject([
      { programme: { name: 'Gezondheid' }, institution: { name: 'Merelveld College' } },
    ]);
  });
});
