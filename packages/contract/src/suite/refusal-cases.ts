import type { Problem } from '../index.ts';
import type { ContractCase } from './cases.ts';
import type { OperationId } from './check-response.ts';
import { expectSame, expectThat } from './expect.ts';
import type { Asker, Question } from './subject.ts';

const unknownId = '00000000-0000-4000-8000-000000000000';
const secrets = { shareCode: '0000-0000-0000-0000-0000', pin: '000000' };

function posting(path: string, content: unknown, as?: Question['as']): Question {
  const headers = { 'idempotency-key': 'refusal-key-number-1' };
  return { path, method: 'POST', content, headers, ...(as && { as }) };
}

/** The code of a refusal, and what is wrong with each part of the input: `required /text`. */
async function refusalOf(
  { ask }: Asker,
  operation: OperationId,
  status: number,
  question: Question,
): Promise<readonly [code: string, ...errors: string[]]> {
  const { errors = [], type }: Problem = await (await ask(operation, status, question)).json();
  const told = errors.map(({ code, location }) =>
    [code, location?.pointer ?? location?.name].filter((part) => part).join(' '),
  );
  return [type.replace(/.*:/, ''), ...told.sort()];
}

/** Everything that is wrong with each question, by code and place. */
const invalid: readonly [OperationId, Question, ...errors: string[]][] = [
  ['listInstitutions', { path: '/institutions?limit=0' }, 'too-small limit'],
  ['listInstitutions', { path: '/institutions?limit=101' }, 'too-large limit'],
  ['listInstitutions', { path: '/institutions?limit=1.5' }, 'type limit'],
  ['listInstitutions', { path: '/institutions?limit=1&limit=2' }, 'type limit'],
  ['listInstitutions', { path: '/institutions?search=a&search=b' }, 'type search'],
  ['listInstitutions', { path: `/institutions?search=${'a'.repeat(101)}` }, 'too-long search'],
  ['listInstitutions', { path: '/institutions?sector=wo' }, 'not-allowed sector'],
  [
    'listProgrammes',
    { path: '/programmes?search=&limit=0' },
    'too-short search',
    'too-small limit',
  ],
  ['getRevocationList', { path: '/revocation-lists/NOT-HEX' }, 'pattern keyId'],
  ['getStatusList', { path: '/status-lists/first' }, 'type listId'],
  ['getStatusList', { path: '/status-lists/2147483648' }, 'too-large listId'],
  ['getDiploma', { path: '/diplomas/vwo', as: 'holder' }, 'format id'],
  ['createVerification', posting('/verifications', 'no JSON'), 'unreadable'],
  ['createVerification', posting('/verifications', {}), 'one-of'],
  ['createVerification', posting('/verifications', []), 'one-of', 'type'],
  ['createVerification', posting('/verifications', { ...secrets, pin: 0 }), 'type /pin'],
  [
    'createVerification',
    posting('/verifications', { shareCode: 'x', bsn: '1' }),
    'pattern /shareCode',
    'required /pin',
    'unknown-property /bsn',
  ],
  [
    'createVerification',
    posting('/verifications', {
      ...secrets,
      extractNumber: 'DR-7K3M-9QXA-T2VD-H',
      sha256: '0'.repeat(64),
    }),
    'one-of',
  ],
  [
    'createVerification',
    posting('/verifications', { ...secrets, sha256: '0'.repeat(64) }),
    'unknown-property /sha256',
  ],
  [
    'updateCorrectionRequest',
    {
      path: `/correction-requests/${unknownId}`,
      method: 'PATCH',
      as: 'institution',
      content: { status: 'later', answer: 'Nog niet.' },
    },
    'not-allowed /status',
  ],
  [
    'createExtract',
    posting('/extracts', { diplomaIds: [], language: 'fr', colour: 'red' }, 'holder'),
    'not-allowed /language',
    'too-few /diplomaIds',
    'unknown-property /colour',
  ],
  [
    'createExtract',
    { path: '/extracts', method: 'POST', as: 'holder', content: {} },
    'required /diplomaIds',
    'required /language',
    'required idempotency-key',
  ],
  [
    'createShare',
    posting(
      '/shares',
      { diplomaIds: [unknownId, unknownId], expiresOn: '2027-02-30', marks: 1, receiver: 'a\nb' },
      'holder',
    ),
    'duplicate /diplomaIds',
    'format /expiresOn',
    'pattern /receiver',
    'type /marks',
  ],
  [
    'createCorrectionRequest',
    posting('/correction-requests', { reason: 'wrong', text: 'a\rb' }, 'holder'),
    'pattern /text',
    'required /diplomaId',
  ],
  [
    'createDiplomaLookup',
    posting('/diploma-lookups', { bsn: '123', purpose: 'curiosity' }, 'institution'),
    'not-allowed /purpose',
    'pattern /bsn',
  ],
  [
    'createDiplomaLookup',
    posting('/diploma-lookups', { bsn: '000000000', purpose: 'admission' }, 'institution'),
    'bsn-invalid /bsn',
  ],
];

const lists: readonly [OperationId, Question][] = [
  ['listInstitutions', { path: '/institutions' }],
  ['listProgrammes', { path: '/programmes' }],
  ['listDiplomas', { path: '/diplomas', as: 'holder' }],
  ['listExtracts', { path: '/extracts', as: 'holder' }],
  ['listShares', { path: '/shares', as: 'holder' }],
  ['listAccessRecords', { path: '/access-records', as: 'holder' }],
  ['listCorrectionRequests', { path: '/correction-requests', as: 'holder' }],
  ['listCorrectionRequests', { path: '/correction-requests', as: 'institution' }],
];

export const refusalCases: readonly ContractCase[] = [
  {
    name: 'all that is wrong with the input is told at once, by code and place',
    async run(asker) {
      for (const [operation, question, ...errors] of invalid) {
        const refusal = await refusalOf(asker, operation, 400, question);
        expectSame(refusal, ['invalid-input', ...errors], `${operation}: what is wrong`);
      }
    },
  },
  {
    name: 'a cursor that comes from no Link is told to be none, in every list',
    async run(asker) {
      for (const [operation, { path, ...question }] of lists) {
        for (const cursor of ['1', 'abc', '-1']) {
          const asked = { path: `${path}?cursor=${cursor}`, ...question };
          const refusal = await refusalOf(asker, operation, 400, asked);
          expectSame(refusal, ['invalid-input', 'cursor-unknown cursor'], `${operation} ${cursor}`);
        }
      }
    },
  },
  {
    name: 'no token and a token of the wrong kind are told apart',
    async run(asker) {
      const path = '/diplomas';
      const questions: readonly [Question, string][] = [
        [{ path }, 'token-missing'],
        [{ path, headers: { authorization: 'Basic aG9sZGVyOg==' } }, 'token-missing'],
        [{ path, headers: { authorization: 'Bearer ' } }, 'token-missing'],
        [{ path, as: 'institution' }, 'token-invalid'],
      ];
      for (const [question, code] of questions) {
        expectSame(await refusalOf(asker, 'listDiplomas', 401, question), [code], 'the refusal');
      }
    },
  },
  {
    name: 'another method, a slash at the end, or only another media type, are refused',
    async run(asker) {
      const path = '/statistics';
      const response = await asker.ask('getStatistics', 405, { path, method: 'DELETE' });
      expectSame(response.headers.get('allow'), 'GET, HEAD, OPTIONS', 'the methods that there are');
      await asker.ask('revokeShare', 405, { path: `/shares/${unknownId}`, as: 'holder' });
      await asker.ask('getStatistics', 404, { path: `${path}/` });
      await asker.ask('getStatistics', 404, { path: '/diplomata' });
      for (const accept of ['text/html', 'application/json;q=0']) {
        await asker.ask('getStatistics', 406, { path, headers: { accept } });
      }
      for (const accept of ['', '*/*', 'text/html, application/*;q=0.5']) {
        await asker.ask('getStatistics', 200, { path, headers: { accept } });
      }
      const coded = { 'content-encoding': 'gzip' };
      const question = posting('/verifications', secrets);
      await asker.ask('createVerification', 415, { ...question, headers: coded });
    },
  },
  {
    name: 'who has a version of a status list already gets it no more',
    async run({ ask }) {
      const path = '/status-lists/0';
      const etag = (await ask('getStatusList', 200, { path })).headers.get('etag');
      for (const tags of ['*', `W/${etag}`, `"another", ${etag}`]) {
        await ask('getStatusList', 304, { path, headers: { 'if-none-match': tags } });
      }
      const other = await ask('getStatusList', 200, { path, headers: { 'if-none-match': '"no"' } });
      expectThat((await other.text()) !== '', 'another version is given');
    },
  },
];
