// `npm start`: builds the demo site, starts register, sign-in and site, and delivers the cast.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPorts } from './stack/ports.ts';
import { type Stack, startStack } from './stack/stack.ts';
import { untilSignal } from './stack/until-signal.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const dataFolder = process.env['DATA_FOLDER'] ?? join(root, '.data');

function printAddresses({ addresses: { demo, register, identity } }: Stack): void {
  console.log(`
  The Diplomaregister is ready.

    Demo site   ${demo}
    Register    ${register}/v1
    Sign-in     ${identity}

  Ctrl-C stops everything. The data stays in ${dataFolder}
`);
}

try {
  const stopped = untilSignal();
  const ports = readPorts(process.env);
  console.log('Building the demo site and starting the register…');
  const stack = await startStack({ ports, dataFolder });
  printAddresses(stack);
  const problem = await Promise.race([stopped, stack.broken]);
  if (problem !== undefined) {
    console.error(`${problem}\nEverything stops.`);
    process.exitCode = 1;
  }
  await stack.stop();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
