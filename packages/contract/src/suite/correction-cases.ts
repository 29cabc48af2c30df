import type { CorrectionRequest, Diploma, ReceivedCorrectionRequest } from '../index.ts';
import type { ContractCase } from './cases.ts';
import { expectSame, expectThat } from './expect.ts';
import { readList } from './read-list.ts';
import type { Asker, Question } from './subject.ts';

const unknownId = '00000000-0000-4000-8000-000000000000';
const path = '/correction-requests';
const text = 'Mijn voornaam is verkeerd.\nGraag verbeteren.';

function creation(content: unknown, key: string): Question {
  const headers = { 'idempotency-key': key };
  return { path, method: 'POST', as: 'holder', content, headers };
}

function change(id: string, content: unknown): Question {
  return { path: `${path}/${id}`, method: 'PATCH', as: 'institution', content };
}

/** A diploma that the institution of the suite awarded. */
async function ownDiploma(asker: Asker): Promise<Diploma> {
  const question = { path: '/diplomas', as: 'holder' } as const;
  const diplomas = await readList<Diploma>(asker, 'listDiplomas', question, 100);
  const code = asker.subject.line('any').diploma.institution;
  const found = diplomas.find(({ institution }) => institution.code === code);
  expectThat(found, 'the holder has a diploma of the institution');
  return found;
}

export const correctionCases: readonly ContractCase[] = [
  {
    name: 'a holder says what is wrong, the institution answers',
    async run(asker) {
      const { ask } = asker;
      const { id: diplomaId, institution } = await ownDiploma(asker);
      const question = creation({ reason: 'wrong', diplomaId, text }, 'correction-key-one');
      const made: CorrectionRequest = await (
        await ask('createCorrectionRequest', 201, question)
      ).json();
      const again = await (await ask('createCorrectionRequest', 201, question)).json();
      expectSame(again, made, 'the same again');
      expectSame(
        [made.institution.code, made.status, made.text],
        [institution.code, 'open', text],
        'to whom the request goes',
      );

      const inbox = await readList<ReceivedCorrectionRequest>(asker, 'listCorrectionRequests', {
        path: `${path}?status=open`,
        as: 'institution',
      });
      const received = inbox.find(({ id }) => id === made.id);
      const { bsn } = asker.subject.line('any').holder;
      expectSame(received?.holder, { bsn }, 'about whom it is');
      expectThat(received && 'diploma' in received, 'about which diploma it is');

      await ask('updateCorrectionRequest', 200, change(made.id, { status: 'in-progress' }));
      const answer = 'Wij hebben uw naam verbeterd.';
      const done = change(made.id, { status: 'done', answer });
      await ask('updateCorrectionRequest', 200, done);
      await ask('updateCorrectionRequest', 200, done);
      const late = change(made.id, { status: 'in-progress' });
      await ask('updateCorrectionRequest', 409, late);

      const own = await readList<CorrectionRequest>(asker, 'listCorrectionRequests', {
        path: `${path}?status=done`,
        as: 'holder',
      });
      const seen = own.find(({ id }) => id === made.id);
      expectSame([seen?.status, seen?.answer], ['done', answer], 'what the holder sees');
    },
  },
  {
    name: 'a holder says what is missing, at an institution that is known',
    async run(asker) {
      const { institution } = asker.subject.line('any').diploma;
      const good = { reason: 'missing', institution, text };
      const made = creation(good, 'correction-key-two');
      await asker.ask('createCorrectionRequest', 201, made);
      for (const [index, wrong] of [
        { ...good, institution: '00XX' },
        { ...good, text: ' ' },
        { reason: 'wrong', text },
        { ...good, bsn: '999990019' },
      ].entries()) {
        const question = creation(wrong, `correction-key-wrong-${index}`);
        await asker.ask('createCorrectionRequest', 400, question);
      }
      const others = { reason: 'wrong', diplomaId: unknownId, text };
      await asker.ask('createCorrectionRequest', 404, creation(others, 'correction-key-three'));
    },
  },
  {
    name: 'a holder who asks too often is told to wait',
    async run(asker) {
      const { institution } = asker.subject.line('any').diploma;
      const good = { reason: 'missing', institution, text };
      for (let sent = 2; sent < 5; sent += 1) {
        const question = creation(good, `correction-key-often-${sent}`);
        await asker.ask('createCorrectionRequest', 201, question);
      }
      const question = creation(good, 'correction-key-too-often');
      const response = await asker.ask('createCorrectionRequest', 429, question);
      expectThat(Number(response.headers.get('retry-after')) > 0, 'it is told for how long');
    },
  },
  {
    name: 'an answer without words, or to a request that is not there, is refused',
    async run({ ask }) {
      await ask('updateCorrectionRequest', 400, change(unknownId, { status: 'done' }));
      await ask('updateCorrectionRequest', 400, change(unknownId, { status: 'open' }));
      await ask('updateCorrectionRequest', 404, change(unknownId, { status: 'in-progress' }));
    },
  },
  {
    name: 'only holders send correction requests, only institutions answer them, both read them',
    async run({ ask }) {
      await ask('listCorrectionRequests', 401, { path });
      for (const as of ['holder', 'institution'] as const) {
        await ask('listCorrectionRequests', 403, { path, as, scopeless: true });
      }
      const sent = creation({}, 'correction-key-four');
      await ask('createCorrectionRequest', 401, { ...sent, as: 'institution' });
      await ask('updateCorrectionRequest', 401, { ...change(unknownId, {}), as: 'holder' });
    },
  },
];
