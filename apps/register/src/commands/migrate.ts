import { parseConfiguration } from '../configuration.ts';
import { openGuardedStore } from '../open-register.ts';
import type { Command } from './command.ts';

export const migrate: Command = {
  words: ['migrate'],
  summary: 'bring the database up to date, and stop',
  explanation: 'serve does this too; run it apart to have it done before the new version starts.',
  async run({ environment, print }) {
    const store = await openGuardedStore(parseConfiguration(environment));
    await store.close();
    print('The database is up to date.');
  },
};
