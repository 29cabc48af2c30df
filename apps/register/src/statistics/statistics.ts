import type { Statistics } from '@diplomaregister/contract';
import { sql } from 'kysely';
import type { Register } from '../register.ts';
import { DatabaseUnavailableError } from '../store/database-unavailable.ts';
import type { DiplomaCountRow } from '../store/schema.ts';
import type { Database } from '../store/store.ts';

/** How many rows of counts may lie there before they are folded into one for each sector and year. */
const foldAbove = 2_000;

/** How many diplomas stand, and how many extracts were issued in the past twelve months. */
export async function countStatistics({
  database,
  now,
  readDatabase,
}: Pick<Register, 'database' | 'readDatabase' | 'now'>): Promise<Statistics> {
  const countedAt = now();
  const yearAgo = new Date(countedAt);
  yearAgo.setUTCFullYear(yearAgo.getUTCFullYear() - 1);

  const sums = await sumCounts(readDatabase);
  if (sums.rows > foldAbove) await foldCounts(database).catch(leaveForLater);
  const bySectorAndYear = sums.counts.filter(({ count }) => count > 0);
  return {
    countedAt: countedAt.toISOString(),
    diplomas: {
      total: bySectorAndYear.reduce((total, { count }) => total + count, 0),
      bySectorAndYear,
    },
    extracts: { pastTwelveMonths: await countExtractsSince(readDatabase, yearAgo) },
  };
}

/** A replica still tells the counts while there is no primary to fold them. */
function leaveForLater(error: unknown): void {
  if (!(error instanceof DatabaseUnavailableError)) throw error;
}

async function countExtractsSince(database: Database, moment: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from extracts where issued_at > ${moment}
  `.execute(database);
  return Number(rows[0]?.count ?? 0);
}

async function sumCounts(database: Database) {
  const rows = await database
    .selectFrom('diplomaCounts')
    .select(['sector', 'year'])
    .select(({ fn }) => [fn.sum('change').as('count'), fn.countAll().as('rows')])
    .groupBy(['sector', 'year'])
    .orderBy('sector')
    .orderBy('year')
    .execute();
  return {
    counts: rows.map(({ sector, year, count }) => ({ sector, year, count: Number(count) })),
    rows: rows.reduce((total, row) => total + Number(row.rows), 0),
  };
}

/** Replaces the rows of each sector and year by one with their sum, in one statement. */
export async function foldCounts(database: Database): Promise<void> {
  await sql<DiplomaCountRow>`
    with folded as (
      delete from diploma_counts
      where id in (select id from diploma_counts for update skip locked)
      returning sector, year, change
    )
    insert into diploma_counts (sector, year, change)
    select sector, year, sum(change) from folded group by sector, year having sum(change) <> 0
  `.execute(database);
}
