import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRegister, type TestRegister } from '../test-support/start-register.ts';

let register: TestRegister;
beforeAll(async () => {
  register = await startRegister();
});
afterAll(() => register.close());

/** By which column each table would be spread, as `docs/operate.md` has it. */
async function readPlan(): Promise<Map<string, string>> {
  const guide = await readFile(new URL('../../../../docs/operate.md', import.meta.url), 'utf8');
  const [, section = ''] = guide.split('## Growing past one primary');
  const rows = section.split('\n## ')[0]?.matchAll(/^\| (`.+?) \| (.+?) \|/gm) ?? [];
  return new Map(
    [...rows].flatMap(([, tables = '', column = '']) =>
      [...tables.matchAll(/`(\w+)`/g)].map(([, name = '']) => [name, column] as const),
    ),
  );
}

/** The first column of the primary key of each table. */
async function readLeadingColumns(): Promise<Map<string, string>> {
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as table, (
      select column_name from information_schema.key_column_usage as key
      where key.table_schema = tables.table_schema and key.table_name = tables.table_name
        and constraint_name like '%\_pkey' and ordinal_position = 1
    ) as column
    from information_schema.tables where table_schema = current_schema()
  `.execute(register.register.database);
  return new Map(rows.map(({ column, table }) => [table, column]));
}

test('the plan for several primaries has every table, spread by what leads in its primary key', async () => {
  const plan = await readPlan();
  const leading = await readLeadingColumns();

  expect([...plan.keys()].sort()).toEqual([...leading.keys()].sort());
  for (const [table, column] of plan) {
    if (column === 'everywhere' || column === 'nowhere') continue;
    expect(`${table}: ${column}`).toBe(`${table}: \`${leading.get(table)}\``);
  }
});
