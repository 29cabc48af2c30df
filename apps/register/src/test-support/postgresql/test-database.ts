import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { DatabaseAddress } from '../../store/database-address.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The database, already up to date, of which every test on PostgreSQL gets a copy. */
    postgresqlTemplate: string;
  }
}

/** A database on a PostgreSQL server. */
export interface TestDatabase {
  readonly address: DatabaseAddress;
  remove(): Promise<void>;
}

/**
 * A new database on the server of this run, up to date or without a table; undefined when the run
 * has no server.
 */
export async function createTestDatabase(
  content: 'migrated' | 'empty' = 'migrated',
): Promise<TestDatabase | undefined> {
  const template = inject('postgresqlTemplate');
  if (template === undefined) return undefined;
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const { pathname } = new URL(template);
  const administration = template.replace(pathname, '/postgres');
  const source = content === 'empty' ? 'template0' : pathname.slice(1);
  await execute(administration, `create database ${name} template ${source}`);
  const address = DatabaseAddress.parse(template.replace(pathname, `/${name}`));
  if (address === undefined) throw new Error('The address of the template is invalid.');
  return {
    address,
    remove: () => execute(administration, `drop database ${name} with (force)`),
  };
}

async function execute(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
