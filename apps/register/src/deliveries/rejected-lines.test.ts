import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getAsInstitution, rejectionsOf } from '../test-support/calls.ts';
import { deliver, registerLine, testBsn, withdrawLine } from '../test-support/deliver.ts';
import { reasonsFor } from '../test-support/reasons-for.ts';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';

let register: TestRegister;
beforeAll(async () => {
  register = await startRegister();
});
afterAll(() => register.close());

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
      'with an award that is kept no more, and before birth',
      registerLine('x', {}, { awardedOn: '1966-10-31' }),
      ['award-before-birth /diploma/awardedOn', 'award-too-early /diploma/awardedOn'],
    ],
    [
      'with a birth date of today, and so an award before birth',
      registerLine('x', { birthDate: today }),
      ['award-before-birth /diploma/awardedOn', 'birth-date-not-past /holder/birthDate'],
    ],
    [
      'with a birth date that nobody who was awarded anything has',
      registerLine('x', { birthDate: '0000-01-01' }),
      ['birth-date-too-early /holder/birthDate'],
    ],
    [
      'with a birth date of which only the year is known, which is none',
      registerLine('x', { birthDate: '1960-00-00' }),
      ['format /holder/birthDate'],
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
      'with the same subject twice',
      registerLine(
        'x',
        {},
        {
          marks: [
            { subject: '1001', final: '7' },
            { subject: '1002', final: '6' },
            { subject: '1001', final: '8' },
          ],
        },
      ),
      ['subject-twice /diploma/marks/2/subject'],
    ],
    [
      'with a final mark of vo that is not whole',
      registerLine(
        'x',
        {},
        {
          marks: [
            { subject: '1001', final: '7.0' },
            { subject: '1002', final: '7.4' },
            { subject: '1025', final: 'good' },
          ],
        },
      ),
      ['final-mark-not-whole /diploma/marks/1/final'],
    ],
    [
      'with a programme of a sector in which the institution does not teach',
      registerLine('x', {}, { programme: { scheme: 'crebo', code: '25656' } }),
      ['programme-not-offered /diploma/programme'],
    ],
    [
      'with a programme of vo that no institution of mbo has, other than vavo',
      registerLine(
        'x',
        {},
        { institution: '98CC', programme: { scheme: 'elementcode', code: '0035' } },
      ),
      ['institution-mismatch /diploma/institution', 'programme-not-offered /diploma/programme'],
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
      ['not-text /holder/givenNames'],
    ],
    [
      'with a character in a name that no database stores, be it the last',
      registerLine('x', { givenNames: 'Zo\0', familyName: 'Zee<' }),
      ['pattern /holder/familyName', 'pattern /holder/givenNames'],
    ],
    [
      'with an apostrophe of Windows-1252 in a name, read as Latin-1',
      registerLine('x', {
        givenNames: 'Zo\u0080',
        prefix: "in 't\u009f",
        familyName: 'D\u0092Angelo',
      }),
      ['pattern /holder/familyName', 'pattern /holder/givenNames', 'pattern /holder/prefix'],
    ],
  ])('%s', async (_name, line, reasons) => {
    expect(await reasonsFor(register, line)).toEqual(reasons);
  });

  test('of an institution that had closed, and not of the years before', async () => {
    const at = (recordId: string, awardedOn: string) =>
      registerLine(recordId, { birthDate: '1995-01-01' }, { institution: '97ZZ', awardedOn });

    expect(await reasonsFor(register, at('late', '2015-08-01'), '97ZZ')).toEqual([
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
