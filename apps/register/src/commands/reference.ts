import { parseConfiguration } from '../configuration.ts';
import { openGuardedStore } from '../open-register.ts';
import { loadReference } from '../reference/reference.ts';
import { readReferenceFile } from '../reference/reference-file.ts';
import type { Command } from './command.ts';

export const addReference: Command = {
  words: ['reference'],
  operands: ['FILE...'],
  summary: 'add reference data (institutions, programmes, subjects) from JSON files',
  explanation:
    'What is there with the same code is replaced. Diplomas keep the names that they came with.',
  async run({ environment, operands, print }) {
    const sets = await Promise.all(operands.map(readReferenceFile));
    const store = await openGuardedStore(parseConfiguration(environment));
    try {
      for (const set of sets) {
        await loadReference(store.database, set);
        const { institutions, programmes, subjects } = set;
        print(
          `Added ${institutions.length} institutions, ${programmes.length} programmes and ${subjects.length} subjects.`,
        );
      }
    } finally {
      await store.close();
    }
  },
};
