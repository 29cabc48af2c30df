import type { Delivery, Problem, Rejection } from '../index.ts';
import type { ContractCase } from './cases.ts';
import type { OperationId } from './check-response.ts';
import { deliver } from './deliver.ts';
import { expectSame, nextPage } from './expect.ts';
import type { Question } from './subject.ts';

const headers = { 'content-type': 'application/x-ndjson' };
const unknownId = '00000000-0000-4000-8000-000000000000';

function counts({ corrected, lines, registered, rejected, unchanged, withdrawn }: Delivery) {
  return { lines, registered, corrected, withdrawn, unchanged, rejected };
}

const none = { lines: 1, registered: 0, corrected: 0, withdrawn: 0, unchanged: 0, rejected: 0 };

export const deliveryCases: readonly ContractCase[] = [
  {
    name: 'an institution registers, repeats, corrects and withdraws a diploma',
    async run(asker) {
      const line = asker.subject.line('contract-1');
      const corrected = { ...line, holder: { ...line.holder, givenNames: 'Anders Genoemd' } };
      const withdrawal = { action: 'withdraw', recordId: line.recordId };
      const steps: readonly [unknown, Partial<Delivery>][] = [
        [line, { registered: 1 }],
        [line, { unchanged: 1 }],
        [corrected, { corrected: 1 }],
        [withdrawal, { withdrawn: 1 }],
        [withdrawal, { unchanged: 1 }],
      ];
      for (const [sent, effect] of steps) {
        const delivery = await deliver(asker, sent);
        expectSame(counts(delivery), { ...none, ...effect }, 'the counts of a delivery');
      }
    },
  },
  {
    name: 'what was withdrawn stays withdrawn: the same line changes nothing, another one is rejected',
    async run(asker) {
      const line = asker.subject.line('contract-gone');
      const changed = { ...line, holder: { ...line.holder, givenNames: 'Anders Genoemd' } };
      const withdrawal = { action: 'withdraw', recordId: line.recordId };
      const unknown = { action: 'withdraw', recordId: 'contract-unknown' };
      const first = await deliver(asker, unknown, line, withdrawal, line, changed);
      const counted = { lines: 5, registered: 1, withdrawn: 1, unchanged: 1, rejected: 2 };
      expectSame(counts(first), { ...none, ...counted }, 'the counts of a delivery');
      const path = `/deliveries/${first.id}/rejections`;
      const response = await asker.ask('listRejections', 200, { path, as: 'institution' });
      const { items }: { items: Rejection[] } = await response.json();
      const reasons = items.map(({ errors, line: number }) => [
        number,
        ...errors.map(({ code, location }) => `${code} ${location?.pointer}`),
      ]);
      const expected = [
        [1, 'record-unknown /recordId'],
        [5, 'record-withdrawn /recordId'],
      ];
      expectSame(reasons, expected, 'the reasons of the rejections');

      const whole = await deliver(asker, line, withdrawal);
      expectSame(counts(whole), { ...none, lines: 2, unchanged: 2 }, 'the counts when sent again');
      const renamed = await deliver(asker, { ...line, recordId: 'contract-back' });
      expectSame(counts(renamed), { ...none, registered: 1 }, 'the counts under another name');
    },
  },
  {
    name: 'a line that is wrong is rejected with its number, and does not hinder the rest',
    async run(asker) {
      const { ask, subject } = asker;
      const good = subject.line('contract-2');
      const bad = { ...subject.line('contract-3'), colour: 'red' };
      const delivery = await deliver(asker, '{"action":', good, bad);
      const expected = { ...none, lines: 3, registered: 1, rejected: 2 };
      expectSame(counts(delivery), expected, 'the counts of a delivery');

      const path = `/deliveries/${delivery.id}`;
      const again = await ask('getDelivery', 200, { path, as: 'institution' });
      expectSame(await again.json(), delivery, 'the delivery, read again');

      const lines: number[] = [];
      let page: string | undefined = `${path}/rejections?limit=1`;
      for (let pages = 0; page !== undefined && pages < 5; pages++) {
        const response: Response = await ask('listRejections', 200, {
          path: page,
          as: 'institution',
        });
        const { items }: { items: Rejection[] } = await response.json();
        lines.push(...items.map(({ line }) => line));
        page = nextPage(response, subject.url);
      }
      expectSame(lines, [1, 3], 'the numbers of the rejected lines');
    },
  },
  {
    name: 'each line is rejected with everything that is wrong with it, by code and place',
    async run(asker) {
      const { diploma, holder, ...line } = asker.subject.line('contract-wrong');
      const of = (more: { readonly holder?: object; readonly diploma?: object }) => ({
        ...line,
        holder: { ...holder, ...more.holder },
        diploma: { ...diploma, ...more.diploma },
      });
      const [mark] = diploma.marks ?? [];
      const cases: readonly [line: unknown, ...errors: string[]][] = [
        ['{"action":', 'line-not-json'],
        ['x'.repeat(65 * 1024), 'line-too-long'],
        ['[]', 'type'],
        [{}, 'required /action'],
        [{ action: 'remove', recordId: 'r' }, 'not-allowed /action'],
        [
          { action: 'withdraw', recordId: 'a b', colour: 1 },
          'pattern /recordId',
          'unknown-property /colour',
        ],
        [
          { action: 'withdraw', recordId: 'r', institution: '00ZZ' },
          'institution-mismatch /institution',
        ],
        [{ ...line, holder }, 'required /diploma'],
        [of({ holder: { bsn: '000000000' } }), 'bsn-invalid /holder/bsn'],
        [
          of({ holder: { bsn: '123456789', birthDate: '2090-01-01' }, diploma: { colour: 1 } }),
          'award-before-birth /diploma/awardedOn',
          'birth-date-not-past /holder/birthDate',
          'bsn-invalid /holder/bsn',
          'unknown-property /diploma/colour',
        ],
        [of({ holder: { birthDate: '1799-12-31' } }), 'birth-date-too-early /holder/birthDate'],
        [of({ diploma: { awardedOn: '2090-01-01' } }), 'award-in-future /diploma/awardedOn'],
        [of({ diploma: { awardedIn: '2020-07' } }), 'one-of /diploma'],
        [
          of({ diploma: { institution: '00ZZ' } }),
          'institution-mismatch /diploma/institution',
          'institution-unknown /diploma/institution',
        ],
        [
          of({ diploma: { programme: { scheme: 'isat', code: '00000' } } }),
          'programme-unknown /diploma/programme',
        ],
        [
          of({ diploma: { marks: [mark, mark, { subject: '0000', final: '11' }] } }),
          'pattern /diploma/marks/2/final',
        ],
        [
          of({ diploma: { marks: [mark, mark, { subject: '0000', final: '7' }] } }),
          'subject-twice /diploma/marks/1/subject',
          'subject-unknown /diploma/marks/2/subject',
        ],
      ];
      const delivery = await deliver(asker, ...cases.map(([sent]) => sent));
      expectSame(delivery.rejected, cases.length, 'how many lines are rejected');
      const path = `/deliveries/${delivery.id}/rejections`;
      const response = await asker.ask('listRejections', 200, { path, as: 'institution' });
      const { items }: { items: Rejection[] } = await response.json();
      const told = items.map(({ errors }) =>
        errors.map(({ code, location }) => `${code} ${location?.pointer ?? ''}`.trim()).sort(),
      );
      expectSame(
        told,
        cases.map(([, ...errors]) => errors),
        'what is wrong with each line',
      );
      const elsewhere = { path: `${path}?cursor=abc`, as: 'institution' } as const;
      await asker.ask('listRejections', 400, elsewhere);
    },
  },
  {
    name: 'a delivery of too many lines is refused as a whole',
    async run({ ask }) {
      const question = { path: '/deliveries', method: 'POST', as: 'institution', headers } as const;
      const content = '{}\n'.repeat(10_001);
      const refusal: Problem = await (
        await ask('createDelivery', 400, { ...question, content })
      ).json();
      const type = 'urn:problem-type:diplomaregister:delivery-too-long';
      expectSame(refusal.type, type, 'the refusal');
    },
  },
  {
    name: 'a delivery that is not there is not found, an id that is none invalid',
    async run({ ask }) {
      const as = 'institution';
      await ask('getDelivery', 404, { path: `/deliveries/${unknownId}`, as });
      await ask('getDelivery', 400, { path: '/deliveries/latest', as });
      await ask('listRejections', 404, { path: `/deliveries/${unknownId}/rejections`, as });
      await ask('listRejections', 400, { path: `/deliveries/${unknownId}/rejections?limit=0`, as });
    },
  },
  {
    name: 'a delivery of another media type is not taken',
    async run({ ask }) {
      const question = { path: '/deliveries', method: 'POST', as: 'institution' } as const;
      const type = { 'content-type': 'text/csv' };
      await ask('createDelivery', 415, { ...question, headers: type, content: 'a,b\n' });
    },
  },
  {
    name: 'only institutions deliver',
    async run({ ask }) {
      const questions: readonly [OperationId, Question][] = [
        ['createDelivery', { path: '/deliveries', method: 'POST', headers, content: '{}\n' }],
        ['getDelivery', { path: `/deliveries/${unknownId}` }],
        ['listRejections', { path: `/deliveries/${unknownId}/rejections` }],
      ];
      for (const [operation, question] of questions) {
        await ask(operation, 401, question);
        await ask(operation, 401, { ...question, as: 'holder' });
        await ask(operation, 403, { ...question, as: 'institution', scopeless: true });
      }
    },
  },
];
