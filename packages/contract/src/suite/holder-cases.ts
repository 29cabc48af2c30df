import type {
  AccessRecord,
  Diploma,
  IssuedExtract,
  NewShare,
  Problem,
  Share,
  Verdict,
} from '../index.ts';
import type { ContractCase } from './cases.ts';
import type { OperationId } from './check-response.ts';
import { deliver } from './deliver.ts';
import { expectSame, expectThat } from './expect.ts';
import { readList } from './read-list.ts';
import type { Asker, Question } from './subject.ts';

const unknownId = '00000000-0000-4000-8000-000000000000';
const as = 'holder';

async function validDiploma(asker: Asker): Promise<Diploma> {
  const diplomas = await readList<Diploma>(asker, 'listDiplomas', { path: '/diplomas', as });
  const found = diplomas.find(({ standing }) => standing === 'valid');
  expectThat(found, 'the holder has a diploma that stands');
  return found;
}

function creation(path: string, content: unknown, key: string): Question {
  return { path, method: 'POST', as, content, headers: { 'idempotency-key': key } };
}

function dayFromNow({ subject: { now } }: Asker, days: number): string {
  const today = now?.() ?? new Date();
  return new Date(today.getTime() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** In lower-case hexadecimal. */
async function sha256Of(file: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', file));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const holderCases: readonly ContractCase[] = [
  {
    name: 'a holder sees own diplomas, page by page and each apart, newest award first',
    async run(asker) {
      const diplomas = await readList<Diploma>(asker, 'listDiplomas', { path: '/diplomas', as });
      expectThat(diplomas.length > 1, 'the holder has several diplomas');
      expectSame(new Set(diplomas.map(({ id }) => id)).size, diplomas.length, 'each comes once');
      for (const diploma of diplomas) {
        const path = `/diplomas/${diploma.id}`;
        const response = await asker.ask('getDiploma', 200, { path, as });
        expectSame(await response.json(), diploma, 'the diploma, read apart');
      }
      const awards = diplomas.map((each) =>
        'awardedOn' in each ? each.awardedOn : each.awardedIn,
      );
      expectSame(awards, [...awards].sort().reverse(), 'the order of the awards');
    },
  },
  {
    name: 'a diploma that is not there is not found, an id or a limit that is none invalid',
    async run({ ask }) {
      await ask('getDiploma', 404, { path: `/diplomas/${unknownId}`, as });
      await ask('getDiploma', 400, { path: '/diplomas/vwo', as });
      await ask('listDiplomas', 400, { path: '/diplomas?limit=0', as });
      await ask('listDiplomas', 400, { path: '/diplomas?limit=many', as });
    },
  },
  {
    name: 'a holder downloads an extract, and gets it again with the same key',
    async run(asker) {
      const { id } = await validDiploma(asker);
      const question = creation(
        '/extracts',
        { diplomaIds: [id], language: 'nl' },
        'extract-key-number-1',
      );
      const first = await asker.ask('createExtract', 201, question);
      const second = await asker.ask('createExtract', 201, question);
      const again = await second.clone().arrayBuffer();
      const [file, same] = [await first.text(), await second.text()];
      expectThat(file.startsWith('%PDF-1.7'), 'an extract is a PDF');
      expectThat(file === same, 'the file is the same again');
      const number = first.headers.get('extract-number');
      const disposition = first.headers.get('content-disposition') ?? '';
      expectThat(/^attachment; filename="[\w.-]+\.pdf"$/.test(disposition), 'a plain file name');
      const issued = await readList<IssuedExtract>(asker, 'listExtracts', {
        path: '/extracts',
        as,
      });
      expectSame(issued[0]?.number, number, 'the newest of the issued extracts');
      expectSame(issued.filter((each) => each.number === number).length, 1, 'it was issued once');

      const check = async (sha256: string) => {
        const content = { extractNumber: number, sha256 };
        const question = { path: '/verifications', method: 'POST', content } as const;
        return (await asker.ask('createVerification', 200, question)).json();
      };
      const { checkedAt: _at, ...standing } = await check(await sha256Of(again));
      const genuine = { outcome: 'genuine', standings: ['valid'] };
      expectSame(standing, genuine, 'how the extract stands, for who has its file');
      const another = await check('0'.repeat(64));
      expectSame(another.outcome, 'not-an-extract', 'the outcome for another file');
    },
  },
  {
    name: 'an extract is superseded by a correction, and withdrawn with its diploma',
    async run(asker) {
      const read = () => readList<Diploma>(asker, 'listDiplomas', { path: '/diplomas', as }, 100);
      const before = new Set((await read()).map(({ id }) => id));
      const line = asker.subject.line('contract-4');
      await deliver(asker, line);
      const made = (await read()).find(({ id }) => !before.has(id));
      expectThat(made, 'the delivered diploma is in the list');
      const content = { diplomaIds: [made.id], language: 'en' };
      const question = creation('/extracts', content, 'extract-key-number-5');
      const extract = await asker.ask('createExtract', 201, question);
      const extractNumber = extract.headers.get('extract-number');
      const sha256 = await sha256Of(await extract.arrayBuffer());
      const outcome = async () => {
        const check = { extractNumber, sha256 };
        const asked = { path: '/verifications', method: 'POST', content: check } as const;
        return (await (await asker.ask('createVerification', 200, asked)).json()).outcome;
      };
      expectSame(await outcome(), 'genuine', 'the outcome while the diploma stands');
      await deliver(asker, { ...line, holder: { ...line.holder, givenNames: 'Anders' } });
      expectSame(await outcome(), 'superseded', 'the outcome after a correction');
      await deliver(asker, { action: 'withdraw', recordId: line.recordId });
      expectSame(await outcome(), 'withdrawn', 'the outcome after the withdrawal');
    },
  },
  {
    name: 'an extract of nothing, of another one, or without a key is refused',
    async run({ ask }) {
      const content = { diplomaIds: [unknownId], language: 'nl' };
      await ask('createExtract', 404, creation('/extracts', content, 'extract-key-number-2'));
      const empty = { diplomaIds: [], language: 'fr' };
      const refusal = await ask(
        'createExtract',
        400,
        creation('/extracts', empty, 'extract-key-number-3'),
      );
      const { errors } = await refusal.json();
      expectThat(errors.length >= 2, 'every fault is named at once');
      await ask('createExtract', 400, { path: '/extracts', method: 'POST', as, content });
    },
  },
  {
    name: 'a holder shares, a stranger opens, the holder withdraws',
    async run(asker) {
      const { ask } = asker;
      const { id } = await validDiploma(asker);
      const content = {
        diplomaIds: [id],
        expiresOn: dayFromNow(asker, 7),
        marks: false,
        receiver: 'Bakkerij',
      };
      const question = creation('/shares', content, 'share-key-number-one');
      const response = await ask('createShare', 201, question);
      const made: NewShare = await response.json();
      expectSame(await (await ask('createShare', 201, question)).json(), made, 'the same again');
      expectThat(made.link.endsWith(`#${made.code}`), 'the link has the code in its fragment');

      const open = (pin: string) =>
        ask('createVerification', 200, {
          path: '/verifications',
          method: 'POST',
          content: { shareCode: made.code, pin },
        });
      const verdict = await (await open(made.pin)).json();
      expectSame(verdict.outcome, 'genuine', 'the verdict on the share');
      expectSame(verdict.subject.receiver, 'Bakkerij', 'for whom the share is');
      expectThat(!('marks' in verdict.diplomas[0].diploma), 'no marks are shown');
      const wrong = await open(made.pin === '000000' ? '111111' : '000000');
      expectSame((await wrong.json()).outcome, 'pin-wrong', 'the verdict with a wrong PIN');

      const shares = await readList<Share>(asker, 'listShares', { path: '/shares', as });
      const listed = shares.find((share) => share.id === made.share.id);
      expectSame([listed?.state, listed?.timesOpened], ['active', 1], 'the share in the list');

      const records = await readList<AccessRecord>(asker, 'listAccessRecords', {
        path: '/access-records',
        as,
      });
      const seen = records.filter(
        (each) => each.way === 'share-opened' && each.shareId === made.share.id,
      );
      expectSame(
        seen.map((each) => 'receiver' in each && each.receiver),
        ['Bakkerij'],
        'who opened the share, in the access records',
      );

      const path = `/shares/${made.share.id}`;
      await ask('revokeShare', 204, { path, method: 'DELETE', as });
      await ask('revokeShare', 204, { path, method: 'DELETE', as });
      const after = await (await open(made.pin)).json();
      expectSame(after.outcome, 'share-revoked', 'the verdict after withdrawing');
    },
  },
  {
    name: 'of a share whose diplomas do not all stand, the record has those that were to be seen',
    async run(asker) {
      const { ask, subject } = asker;
      const mine = async () => {
        const diplomas = await readList<Diploma>(asker, 'listDiplomas', { path: '/diplomas', as });
        return diplomas.map(({ id }) => id);
      };
      const stands = (await validDiploma(asker)).id;
      const before = await mine();
      await deliver(asker, subject.line('contract-shared'));
      const delivered = (await mine()).filter((id) => !before.includes(id));
      expectSame(delivered.length, 1, 'how many diplomas came');
      const diplomaIds = [stands, ...delivered];
      const content = { diplomaIds, expiresOn: dayFromNow(asker, 7), marks: false };
      const question = creation('/shares', content, 'share-key-number-seven');
      const made: NewShare = await (await ask('createShare', 201, question)).json();
      await deliver(asker, { action: 'withdraw', recordId: 'contract-shared' });
      const opened = await ask('createVerification', 200, {
        path: '/verifications',
        method: 'POST',
        content: { shareCode: made.code, pin: made.pin },
      });
      const verdict: Verdict = await opened.json();
      expectSame(verdict.outcome, 'withdrawn', 'the verdict');

      const list = { path: '/access-records', as } as const;
      const records = await readList<AccessRecord>(asker, 'listAccessRecords', list);
      const seen = records.find(
        (each) => each.way === 'share-opened' && each.shareId === made.share.id,
      );
      expectSame(seen?.diplomaIds, [stands], 'what was to be seen, in the access records');
    },
  },
  {
    name: 'what is asked for twice at once is made once, and its key names nothing else',
    async run(asker) {
      const { id } = await validDiploma(asker);
      const content = { diplomaIds: [id], expiresOn: dayFromNow(asker, 7), marks: true };
      const question = creation('/shares', content, 'share-key-number-five');
      const [first, second] = await Promise.all(
        [question, question].map(async (each) =>
          (await asker.ask('createShare', 201, each)).json(),
        ),
      );
      expectSame(second, first, 'the share of two questions at once');
      const other = creation('/shares', { ...content, marks: false }, 'share-key-number-five');
      const refusal: Problem = await (await asker.ask('createShare', 409, other)).json();
      const type = 'urn:problem-type:diplomaregister:idempotency-key-reused';
      expectSame(refusal.type, type, 'the refusal of another share');
    },
  },
  {
    name: 'ten wrong PINs lock a share, whatever comes between; what its holder did is told first',
    async run(asker) {
      const { ask } = asker;
      const { id } = await validDiploma(asker);
      const content = { diplomaIds: [id], expiresOn: dayFromNow(asker, 7), marks: true };
      const question = creation('/shares', content, 'share-key-number-six');
      const made: NewShare = await (await ask('createShare', 201, question)).json();
      const wrong = made.pin === '000000' ? '111111' : '000000';
      const open = async (pin: string): Promise<Verdict> => {
        const asked = { path: '/verifications', method: 'POST' } as const;
        const code = { shareCode: made.code, pin };
        return (await ask('createVerification', 200, { ...asked, content: code })).json();
      };
      const stateNow = async () => {
        const shares = await readList<Share>(asker, 'listShares', { path: '/shares', as }, 100);
        return shares.find((share) => share.id === made.share.id)?.state;
      };
      for (let tries = 1; tries < 10; tries += 1) {
        expectSame((await open(wrong)).outcome, 'pin-wrong', `the outcome of wrong PIN ${tries}`);
      }
      const { checks, outcome } = await open(made.pin);
      expectSame(outcome, 'genuine', 'the outcome of the right PIN');
      const passed = [
        { name: 'code-valid', result: 'pass' },
        { name: 'diploma-stands', result: 'pass' },
      ];
      expectSame(checks, passed, 'the checks of a share that opens');
      const last = await open(wrong);
      expectSame(last.outcome, 'share-locked', 'the outcome of the tenth wrong PIN');
      const failed = [
        { name: 'code-valid', result: 'fail', reason: 'share-locked' },
        { name: 'diploma-stands', result: 'skipped' },
      ];
      expectSame(last.checks, failed, 'the checks of a share that does not open');
      expectSame((await open(made.pin)).outcome, 'share-locked', 'the outcome from then on');
      expectSame(await stateNow(), 'locked', 'the state in the list');
      await ask('revokeShare', 204, { path: `/shares/${made.share.id}`, method: 'DELETE', as });
      expectSame(await stateNow(), 'revoked', 'the state in the list after withdrawing');
      expectSame((await open(made.pin)).outcome, 'share-locked', 'the outcome still');
    },
  },
  {
    name: 'a share of another one, in the past, or too far ahead is refused',
    async run(asker) {
      const { ask } = asker;
      const content = { diplomaIds: [unknownId], expiresOn: dayFromNow(asker, 7), marks: true };
      await ask('createShare', 404, creation('/shares', content, 'share-key-number-two'));
      const days: readonly [day: string, code: string][] = [
        [dayFromNow(asker, -3), 'date-passed'],
        [dayFromNow(asker, 367), 'date-too-far'],
      ];
      for (const [expiresOn, code] of days) {
        const question = creation('/shares', { ...content, expiresOn }, `share-key-for-${code}`);
        const { errors = [] }: Problem = await (await ask('createShare', 400, question)).json();
        const told = errors.map((each) => `${each.code} ${each.location?.pointer}`);
        expectSame(told, [`${code} /expiresOn`], 'what is wrong with the day');
      }
      await ask('revokeShare', 404, { path: `/shares/${unknownId}`, method: 'DELETE', as });
      await ask('revokeShare', 400, { path: '/shares/mine', method: 'DELETE', as });
    },
  },
  {
    name: 'only holders see, download and share',
    async run({ ask }) {
      const questions: readonly [OperationId, Question][] = [
        ['listDiplomas', { path: '/diplomas' }],
        ['getDiploma', { path: `/diplomas/${unknownId}` }],
        ['listExtracts', { path: '/extracts' }],
        ['listShares', { path: '/shares' }],
        ['listAccessRecords', { path: '/access-records' }],
        ['revokeShare', { path: `/shares/${unknownId}`, method: 'DELETE' }],
      ];
      for (const [operation, question] of questions) {
        await ask(operation, 401, question);
        await ask(operation, 401, { ...question, as: 'institution' });
        await ask(operation, 403, { ...question, as, scopeless: true });
      }
    },
  },
];
