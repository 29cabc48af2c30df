#!/usr/bin/env node
import { run } from './run.ts';

const { LANG, LC_ALL, LC_MESSAGES } = process.env;

// Whoever reads has seen enough, as with `| head`.
process.stdout.on('error', () => process.exit());

process.exitCode = await run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  fetch,
  locale: LC_ALL || LC_MESSAGES || LANG,
});
