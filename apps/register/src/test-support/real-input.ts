import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readReferenceTables, readTable } from '../population/reference-tables.ts';
import { ownReferenceSet } from '../reference/own-reference-set.ts';
import type { ReferenceSet } from '../reference/reference-set.ts';

/** Reference data and names to make deliveries of. */
export interface RealInput {
  /** Where it comes from, for the name of a test. */
  readonly source: 'real data beside the checkout' | 'the reference set of the project';
  readonly reference: ReferenceSet;
  readonly givenNames: readonly string[];
  readonly familyNames: readonly { readonly prefix?: string; readonly familyName: string }[];
}

/** A folder beside the checkout with tables of real institutions, programmes and subjects. */
export const realDataFolder = fileURLToPath(
  new URL('../../../../../shared/data/', import.meta.url),
);

/** The real data where they are at hand, else the project's own set. */
export async function readRealInput(): Promise<RealInput> {
  if (!existsSync(realDataFolder)) return ownInput();
  const [reference, firstNames, surnames] = await Promise.all([
    readReferenceTables(realDataFolder),
    readTable(realDataFolder, 'firstnames'),
    readTable(realDataFolder, 'surnames'),
  ]);
  return {
    source: 'real data beside the checkout',
    reference,
    givenNames: firstNames.map(({ name = '' }) => name),
    familyNames: surnames.map(({ surname = '', tussenvoegsel }) => ({
      familyName: surname,
      ...(tussenvoegsel && { prefix: tussenvoegsel }),
    })),
  };
}

async function ownInput(): Promise<RealInput> {
  return {
    source: 'the reference set of the project',
    reference: await ownReferenceSet(),
    givenNames: ['Aïsha', 'Bram', 'Chloë', 'Daan', 'Esmée', 'Floor'],
    familyNames: [
      { familyName: 'Jansen' },
      { prefix: 'van der', familyName: 'Berg' },
      { prefix: "in 't", familyName: 'Veld' },
      { familyName: 'Yılmaz' },
    ],
  };
}
