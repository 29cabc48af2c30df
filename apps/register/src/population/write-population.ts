import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createPopulation, type Population, type PopulationOptions } from './population.ts';
import { readPopulationTables } from './population-tables.ts';

/**
 * Writes a population into a folder: `reference.json`, which the register must know first, and in
 * `deliveries/` a file of NDJSON for each part that an institution sends, such as
 * `deliveries/21PE-001.ndjson`.
 *
 * @param tables the folder of the tables that the population follows.
 */
export async function writePopulation(
  tables: string,
  folder: string,
  options: PopulationOptions,
): Promise<Population> {
  const read = await readPopulationTables(tables);
  const population = createPopulation(read, options);
  const deliveries = join(folder, 'deliveries');
  await mkdir(deliveries, { recursive: true });
  await writeFile(join(folder, 'reference.json'), `${JSON.stringify(read.reference, null, 1)}\n`);
  for (const institution of population.institutions) {
    for (const { number, body } of population.parts(institution)) {
      const name = `${institution}-${String(number).padStart(3, '0')}.ndjson`;
      await using file = await open(join(deliveries, name), 'w');
      await file.writeFile(body);
    }
  }
  return population;
}
