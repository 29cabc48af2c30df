import { parseConfiguration } from '../configuration.ts';
import { openGuardedStore } from '../open-register.ts';
import { applyRetention } from '../retention/apply-retention.ts';
import { terms } from '../retention/terms.ts';
import type { Command } from './command.ts';

export const retain: Command = {
  words: ['retention'],
  summary: 'remove what has had its term',
  explanation: `serve does this once a day. What is kept, and for how long:
${Object.values(terms)
  .map(({ meaning, unit, usual, variable }) => `  ${variable} (${usual} ${unit}): ${meaning}`)
  .join('\n')}
What is removed is gone for good, except from copies of the database.`,
  async run({ environment, print }) {
    const configuration = parseConfiguration(environment);
    const store = await openGuardedStore(configuration);
    try {
      const removed = await applyRetention(store.database, configuration.retention, new Date());
      for (const [name, count] of Object.entries(removed)) print(`${name}: ${count} removed`);
    } finally {
      await store.close();
    }
  },
};
