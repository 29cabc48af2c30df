// MSW, which the mocks build on, keeps Deno from ending by itself; the SDK does not.
import process from 'node:process';
import { program } from './program.mjs';

console.log(await program());
process.exit();
