import { ConfigurationError, environmentVariables, parseConfiguration } from './configuration.ts';
import { openGuardedStore, openRegister } from './open-register.ts';
import { loadReference } from './reference/reference.ts';
import { ReferenceFileError, readReferenceFile } from './reference/reference-file.ts';
import { createServer } from './server.ts';
import { FolderTakenError } from './store/folder-guard.ts';

const help = `The diploma register.

Usage: register COMMAND

Commands
  serve              serve the API until SIGTERM or SIGINT
  migrate            bring the database up to date, and stop
  reference FILE...  add reference data (institutions, programmes, subjects) from JSON files

Environment
${Object.entries(environmentVariables)
  .map(([name, meaning]) => `  ${name.padEnd(17)}  ${meaning}`)
  .join('\n')}
`;

/** A mistake in how the command was called. */
class UsageError extends Error {}

async function run(words: readonly string[]): Promise<void> {
  const [command, ...rest] = words;
  if (command === undefined || command === 'help' || words.includes('--help')) {
    console.log(help);
    return;
  }
  switch (command) {
    case 'serve':
      return serve();
    case 'migrate':
      return migrate();
    case 'reference':
      return addReference(rest);
    default:
      throw new UsageError(`Unknown command ${command}; see register --help.`);
  }
}

async function serve(): Promise<void> {
  const configuration = parseConfiguration(process.env);
  const { register, close } = await openRegister(configuration);
  const server = await createServer(register, { logger: { level: 'info' } });
  try {
    await server.listen({ host: configuration.host, port: configuration.port });
  } catch (error) {
    await server.close();
    await close();
    throw error;
  }
  console.log(`The register is ready at ${configuration.url}/v1`);

  const { signal } = await untilStopped();
  process.exitCode = 0;
  setTimeout(() => process.exit(1), 10_000).unref();
  console.log(`The register stops (${signal}).`);
  await server.close();
  await close();
}

function untilStopped(): Promise<{ readonly signal: string }> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => resolve({ signal }));
    }
  });
}

async function migrate(): Promise<void> {
  const store = await openGuardedStore(parseConfiguration(process.env));
  await store.close();
  console.log('The database is up to date.');
}

async function addReference(files: readonly string[]): Promise<void> {
  if (files.length === 0) throw new UsageError('Name the files; see register --help.');
  const sets = await Promise.all(files.map(readReferenceFile));
  const store = await openGuardedStore(parseConfiguration(process.env));
  try {
    for (const set of sets) {
      await loadReference(store.database, set);
      const { institutions, programmes, subjects } = set;
      console.log(
        `Added ${institutions.length} institutions, ${programmes.length} programmes and ${subjects.length} subjects.`,
      );
    }
  } finally {
    await store.close();
  }
}

/** What the operator can mend is told in one line; anything else with where it went wrong. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE') {
    return 'The port is taken: stop what runs there, or set REGISTER_PORT.';
  }
  const isPlain = [ConfigurationError, FolderTakenError, ReferenceFileError, UsageError].some(
    (kind) => error instanceof kind,
  );
  return isPlain || ('code' in error && error.code === 'ENOENT')
    ? error.message
    : (error.stack ?? error.message);
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
