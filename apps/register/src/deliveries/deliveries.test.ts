import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mapSuccessor } from '../institutions/successors.ts';
import { diplomasOf, getAsHolder, getAsInstitution, rejectionsOf } from '../test-support/calls.ts';
import {
  deliver,
  registerLine,
  sendDelivery,
  testBsn,
  withdrawLine,
} from '../test-support/deliver.ts';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';

let register: TestRegister;
beforeAll(async () => {
  register = await startRegister();
});
afterAll(() => register.close());

/** The codes and places of the reasons for which one line is rejected. */
async function reasonsFor(line: object | string, institution?: string) {
  const delivery = await deliver(register, [line], institution);
  expect(delivery).toMatchObject({ lines: 1, rejected: 1, registered: 0 });
  const [rejection] = await rejectionsOf(register, delivery.id, institution);
  return (rejection?.errors ?? [])
    .map(({ code, location }) => `${code} ${location?.pointer ?? ''}`.trim())
    .sort();
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

  test('that comes again after it was withdrawn stands again, as a new version', async () => {
    const line = registerLine('return', { bsn: testBsn(14) });
    await deliver(register, [line]);
    await deliver(register, [withdrawLine('return')]);

    expect(await deliver(register, [line])).toMatchObject({ corrected: 1 });
    expect(await diplomasOf(register, testBsn(14))).toMatchObject([
      { version: 2, standing: 'valid' },
    ]);
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
      line,
    ]);

    expect(delivery).toMatchObject({
      lines: 6,
      registered: 1,
      corrected: 2,
      withdrawn: 1,
      unchanged: 1,
      rejected: 1,
    });
    expect(await diplomasOf(register, testBsn(17))).toMatchObject([
      { version: 3, standing: 'valid', awardedOn: '2023-07-06' },
    ]);
  });
});

describe('a line is rejected', () => {
  const today = '2026-11-23';

  test.each<[string, object | string, string[]]>([
    ['that is not JSON', '{"action":"register",', ['line-not-json']],
    ['that is JSON but no object', '[1,2]', ['type']],
    ['without an action', { recordId: 'x' }, ['required /action']],
    ['with an unknown action', { action: 'erase' }, ['not-allowed /action']],
    ['that withdraws an unknown record', withdrawLine('none'), ['record-unknown /recordId']],
    [
      'with unknown fields, at any depth',
      {
        ...registerLine('x', { ['nick/name' as 'prefix']: 'Zo' }, { ['grade' as 'marks']: [] }),
        note: 1,
      },
      [
        'unknown-property /diploma/grade',
        'unknown-property /holder/nick~1name',
        'unknown-property /note',
      ],
    ],
    [
      'with a BSN that fails the eleven test',
      registerLine('x', { bsn: '123456789' }),
      ['bsn-invalid /holder/bsn'],
    ],
    ['with a BSN of zeros', registerLine('x', { bsn: '000000000' }), ['bsn-invalid /holder/bsn']],
    [
      'with an award in the future',
      registerLine('x', {}, { awardedOn: '2026-11-24' }),
      ['award-in-future /diploma/awardedOn'],
    ],
    [
      'with an award in a month to come',
      registerLine('x', {}, { awardedIn: '2026-12' } as object),
      ['award-in-future /diploma/awardedIn'],
    ],
    [
      'with an award before 1900 and before birth',
      registerLine('x', {}, { awardedOn: '1899-12-31' }),
      ['award-before-birth /diploma/awardedOn', 'award-too-early /diploma/awardedOn'],
    ],
    [
      'with a birth date of today, and so an award before birth',
      registerLine('x', { birthDate: today }),
      ['award-before-birth /diploma/awardedOn', 'birth-date-not-past /holder/birthDate'],
    ],
    [
      'with a day that does not exist',
      registerLine('x', {}, { awardedOn: '2023-02-30' }),
      ['format /diploma/awardedOn'],
    ],
    [
      'with both a day and a month',
      { ...registerLine('x'), diploma: { ...registerLine('x').diploma, awardedIn: '2023-07' } },
      ['one-of /diploma'],
    ],
    [
      'with an unknown programme and an unknown subject',
      registerLine(
        'x',
        {},
        {
          programme: { scheme: 'crebo', code: '99999' },
          marks: [
            { subject: '1001', final: '7' },
            { subject: '9999', final: '7' },
          ],
        },
      ),
      ['programme-unknown /diploma/programme', 'subject-unknown /diploma/marks/1/subject'],
    ],
    [
      'with a programme of a sector in which the institution does not teach',
      registerLine('x', {}, { programme: { scheme: 'crebo', code: '25656' } }),
      ['programme-not-offered /diploma/programme'],
    ],
    [
      'for another institution',
      registerLine('x', {}, { institution: '98CC', programme: { scheme: 'crebo', code: '25656' } }),
      ['institution-mismatch /diploma/institution'],
    ],
    [
      'with several faults of form and of fact at once',
      registerLine(
        '',
        { givenNames: '', bsn: '999900000', birthDate: 'yesterday' },
        { programme: { scheme: 'isat', code: '1' }, awardedOn: '2027-01-01' },
      ),
      [
        'award-in-future /diploma/awardedOn',
        'bsn-invalid /holder/bsn',
        'format /holder/birthDate',
        'pattern /holder/givenNames',
        'pattern /recordId',
        'programme-unknown /diploma/programme',
        'too-short /holder/givenNames',
      ],
    ],
    [
      'with half a character in a name',
      JSON.stringify(registerLine('x')).replace('Zoë', '\\ud83d'),
      ['name-not-text /holder/givenNames'],
    ],
  ])('%s', async (_name, line, reasons) => {
    expect(await reasonsFor(line)).toEqual(reasons);
  });

  test('of an institution that had closed, and not of the years before', async () => {
    const at = (recordId: string, awardedOn: string) =>
      registerLine(recordId, { birthDate: '1995-01-01' }, { institution: '97ZZ', awardedOn });

    expect(await reasonsFor(at('late', '2015-08-01'), '97ZZ')).toEqual([
      'institution-not-open /diploma/institution',
    ]);
    const delivery = await deliver(register, [at('in time', '2015-07-31')].map(named), '97ZZ');
    expect(delivery).toMatchObject({ registered: 1 });
  });

  test('that is not UTF-8, or longer than 64 KiB, without hindering the others', async () => {
    const { server, tokens } = register;
    const good = (recordId: string) => JSON.stringify(registerLine(recordId, { bsn: testBsn(20) }));
    const payload = Buffer.concat([
      Buffer.from(`${good('before')}\r\n\n   \n`),
      Buffer.from('{"action":"\xff"}\n', 'latin1'),
      Buffer.from(`{"action":"${'x'.repeat(2 * 1024 * 1024)}"}\n`),
      Buffer.from(good('after')),
    ]);
    const response = await server.inject({
      method: 'POST',
      url: '/v1/deliveries',
      headers: {
        authorization: `Bearer ${await tokens.institution('98AA')}`,
        'content-type': 'application/x-ndjson',
      },
      payload,
    });

    expect(response.json()).toMatchObject({ lines: 4, registered: 2, rejected: 2 });
    expect(await rejectionsOf(register, response.json<{ id: string }>().id)).toMatchObject([
      { line: 4, errors: [{ code: 'line-not-text' }] },
      { line: 5, errors: [{ code: 'line-too-long' }] },
    ]);
  });

  test('and the reasons never hold what was sent', async () => {
    const line = registerLine('x', { bsn: '123456789', familyName: '<Jansen>' });
    const delivery = await deliver(register, [line]);

    const url = `/v1/deliveries/${delivery.id}/rejections`;
    const { body } = await getAsInstitution(register, '98AA', url);
    expect(body).toContain('bsn-invalid');
    expect(body).not.toMatch(/123456789|Jansen/);
  });
});

/** Record ids have no spaces. */
function named<Line extends { readonly recordId: string }>(line: Line): Line {
  return { ...line, recordId: line.recordId.replaceAll(' ', '-') };
}

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
});

describe('a successor', () => {
  const alumna = { bsn: testBsn(30), birthDate: '1995-01-01' };
  const ofOldSchool = (recordId: string, awardedOn: string) =>
    registerLine(recordId, alumna, { institution: '97ZZ', awardedOn });
  const mapped = () => mapSuccessor(register.register.database, '97ZZ', '98AA');

  test('corrects, withdraws and adds records of whom it succeeds, beside its own', async () => {
    await deliver(register, [ofOldSchool('one', '2012-07-01')], '97ZZ');
    await mapped();
    const delivery = await deliver(register, [
      registerLine('one', { bsn: testBsn(31) }),
      ofOldSchool('one', '2012-07-02'),
      ofOldSchool('two', '2013-07-02'),
      { action: 'withdraw', recordId: 'two', institution: '97ZZ' },
      { action: 'withdraw', recordId: 'three', institution: '97ZZ' },
    ]);

    expect(delivery).toMatchObject({ registered: 2, corrected: 1, withdrawn: 1, rejected: 1 });
    expect(await rejectionsOf(register, delivery.id)).toMatchObject([
      { line: 5, recordId: 'three', errors: [{ code: 'record-unknown' }] },
    ]);
    expect(await diplomasOf(register, testBsn(30))).toMatchObject([
      { standing: 'withdrawn', institution: { code: '97ZZ' } },
      { standing: 'valid', version: 2, awardedOn: '2012-07-02', institution: { code: '97ZZ' } },
    ]);
    expect(await diplomasOf(register, testBsn(31))).toMatchObject([
      { version: 1, institution: { code: '98AA' } },
    ]);
  });

  test('adds nothing from after the end of whom it succeeds', async () => {
    await mapped();

    expect(await reasonsFor(ofOldSchool('late', '2016-07-01'))).toEqual([
      'institution-not-open /diploma/institution',
    ]);
  });

  test('is the only one who may, from then on', async () => {
    await mapped();

    expect(await reasonsFor(ofOldSchool('one', '2012-07-03'), '97ZZ')).toEqual([
      'institution-succeeded /diploma/institution',
    ]);
    expect(await reasonsFor(withdrawLine('one'), '97ZZ')).toEqual([
      'institution-succeeded /recordId',
    ]);
    const asAnother = { action: 'withdraw', recordId: 'one', institution: '97ZZ' };
    expect(await reasonsFor(asAnother, '98CC')).toEqual(['institution-mismatch /institution']);
  });
});
