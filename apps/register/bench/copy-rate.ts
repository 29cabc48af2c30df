import { rm } from 'node:fs/promises';
import type pg from 'pg';

/** The tables that a delivery fills, and the part of the lines for which each gets a row. */
const tables = ['diploma_versions', 'holders', 'records'] as const;

/** More lines than this are not copied: the rate hardly changes, and the disk would fill up. */
export const copiedAtMost = 1_000_000;

/**
 * Lines a second of a bare `COPY` of the rows that the deliveries made, into empty tables with the
 * same indexes, by the server from its own disk: what no register can be faster than.
 */
export async function measureCopy(
  client: pg.Client,
  {
    diplomas,
    folder,
    people,
  }: { readonly diplomas: number; readonly folder: string; readonly people: number },
): Promise<number> {
  const lines = Math.min(diplomas, copiedAtMost);
  const rows = {
    diploma_versions: lines,
    records: lines,
    holders: Math.round((lines * people) / diplomas),
  };
  await client.query('drop schema if exists copied cascade');
  await client.query('create schema copied');
  let seconds = 0;
  for (const table of tables) {
    const file = `${folder}/${table}.copy`;
    await client.query(`create table copied.${table} (like public.${table} including all)`);
    const rowsOf = `select * from public.${table} limit ${rows[table]}`;
    await client.query(`copy (${rowsOf}) to '${file}' with (format binary)`);
    const start = performance.now();
    await client.query(`copy copied.${table} from '${file}' with (format binary)`);
    seconds += (performance.now() - start) / 1_000;
    await rm(file);
  }
  await client.query('drop schema copied cascade');
  return lines / seconds;
}
