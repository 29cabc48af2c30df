import { openAsBlob } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Verdict } from '@diplomaregister/contract';
import { verify } from '../verify/verify.ts';
import { existingFile, registerUrl } from './arguments.ts';
import { type ExitCode, exitCodes, type Terminal, UsageError } from './terminal.ts';

/** `diplomaregister verify FILE…`: checks extracts, and tells the verdict on each. */
export async function verifyFiles(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { positionals, values } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { register: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  if (positionals.length === 0) throw new UsageError('Give the files to check');
  const register = registerUrl(values.register);
  for (const path of positionals) await existingFile(path);

  const verdicts: { readonly file: string; readonly verdict: Verdict }[] = [];
  for (const file of positionals) {
    const verdict = await verify(await openAsBlob(file), { register, fetch: terminal.fetch });
    verdicts.push({ file, verdict });
    if (!values.json) terminal.stdout.write(`${describe(file, verdict)}\n`);
  }
  if (values.json) terminal.stdout.write(`${JSON.stringify(verdicts, null, 2)}\n`);
  const isAllGenuine = verdicts.every(({ verdict }) => verdict.outcome === 'genuine');
  return isAllGenuine ? exitCodes.ok : exitCodes.found;
}

function describe(file: string, verdict: Verdict): string {
  const reasons = verdict.checks.flatMap((check) => ('reason' in check ? [check.reason] : []));
  const number =
    'subject' in verdict && verdict.subject.kind === 'extract' ? [verdict.subject.number] : [];
  return [verdict.outcome.padEnd(14), file, ...number, ...reasons].join('  ');
}
