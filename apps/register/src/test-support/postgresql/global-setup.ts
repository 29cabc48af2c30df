import type { TestProject } from 'vitest/node';
import { DatabaseAddress } from '../../store/database-address.ts';
import { openPostgresql } from '../../store/postgresql.ts';
import { startPostgresql } from './server.ts';

/** Starts one PostgreSQL server for all tests of a run, with a database to copy. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  // What a test loses in a power cut nobody misses; tests of durability have servers of their own.
  const server = await startPostgresql({ settings: { fsync: 'off', synchronous_commit: 'off' } });
  try {
    const template = await server.createDatabase('template_register');
    const primary = DatabaseAddress.parse(template);
    if (primary === undefined) throw new Error('The address of the template is invalid.');
    await (await openPostgresql({ primary })).close();
    project.provide('postgresqlTemplate', template);
  } catch (error) {
    await server.remove();
    throw error;
  }
  return () => server.remove();
}
