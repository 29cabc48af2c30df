import { writePopulation } from '../population/write-population.ts';
import { type Command, CommandError, UsageError } from './command.ts';

export const population: Command = {
  words: ['population'],
  operands: ['TABLES', 'FOLDER'],
  summary: 'make up people with diplomas, as deliveries to try a register with',
  explanation: `TABLES is a folder with CSV tables of institutions, programmes, subjects, profiles, graduates,
enrolments_ho, firstnames and surnames, which the population follows. FOLDER gets reference.json, for
"register reference", and deliveries/ with a file for each part that an institution sends.
The BSNs are made up. Never deliver them to a register that holds real ones.`,
  options: {
    diplomas: { type: 'string', value: 'COUNT', meaning: 'how many diplomas there are (10000)' },
    seed: {
      type: 'string',
      value: 'NUMBER',
      meaning: 'the same seed gives the same population (1)',
    },
    'first-person': {
      type: 'string',
      value: 'NUMBER',
      meaning: 'where to begin with people, so as to add to an earlier population (0)',
    },
  },
  async run({ operand, option, print }) {
    const number = (name: string, usual: number) => parseNumber(name, option(name), usual);
    const options = {
      diplomas: number('diplomas', 10_000),
      seed: number('seed', 1),
      firstPerson: number('first-person', 0),
    };
    try {
      const made = await writePopulation(operand('TABLES'), operand('FOLDER'), options);
      print(
        `Made ${made.diplomas} diplomas of ${made.people} people, from ${made.institutions.length} institutions.`,
      );
    } catch (error) {
      if (error instanceof RangeError) throw new CommandError(error.message);
      throw error;
    }
  },
};

function parseNumber(name: string, value: string | undefined, usual: number): number {
  if (value === undefined) return usual;
  if (/^\d{1,8}$/.test(value)) return Number(value);
  throw new UsageError(`--${name} must be a whole number.`);
}
