import type { AccessRecord, DiplomaLookup } from '../index.ts';
import type { ContractCase } from './cases.ts';
import { expectSame, expectThat } from './expect.ts';
import { readList } from './read-list.ts';
import type { Question } from './subject.ts';

function lookup(content: unknown): Question {
  return { path: '/diploma-lookups', method: 'POST', as: 'institution', content };
}

export const lookupCases: readonly ContractCase[] = [
  {
    name: 'an institution looks somebody up for admission, and the holder sees that it did',
    async run(asker) {
      const { bsn } = asker.subject.line('any').holder;
      const question = lookup({ bsn, purpose: 'admission' });
      const response = await asker.ask('createDiplomaLookup', 200, question);
      const { diplomas }: DiplomaLookup = await response.json();
      expectThat(diplomas.length > 0, 'there are diplomas');
      expectThat(!diplomas.some((diploma) => 'marks' in diploma), 'no marks are shown');

      const records = await readList<AccessRecord>(
        asker,
        'listAccessRecords',
        { path: '/access-records', as: 'holder' },
        100,
      );
      const { institution } = asker.subject.line('any').diploma;
      const look = records.find(
        (each) => each.way === 'institution-lookup' && each.institution.code === institution,
      );
      expectThat(look, 'the look is in the access records');
      expectSame(look.diplomaIds.length, diplomas.length, 'at how many diplomas');
    },
  },
  {
    name: 'a lookup for another purpose, or by what is no BSN, is refused',
    async run({ ask }) {
      await ask('createDiplomaLookup', 400, lookup({ bsn: '123', purpose: 'curiosity' }));
      await ask('createDiplomaLookup', 400, lookup({ bsn: '123456789', purpose: 'admission' }));
    },
  },
  {
    name: 'only institutions look up',
    async run({ ask }) {
      const question = lookup({ bsn: '999990019', purpose: 'admission' });
      await ask('createDiplomaLookup', 401, { ...question, as: 'holder' });
      await ask('createDiplomaLookup', 403, { ...question, scopeless: true });
    },
  },
];
