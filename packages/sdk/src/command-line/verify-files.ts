import { openAsBlob } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Outcome } from '@diplomaregister/contract';
import { publishedAnchors, type TrustedAnchors } from '../verify/anchors.ts';
import { createVerifier, type Verifier } from '../verify/verifier.ts';
import { existingFile, registerUrl } from './arguments.ts';
import { type Found, findFiles } from './find-files.ts';
import { inOrder } from './in-order.ts';
import type { Words } from './language.ts';
import { bar, createProgress } from './progress.ts';
import { type Checked, describe, toRecord } from './say-result.ts';
import { type ExitCode, exitCodes, type Terminal, UsageError } from './terminal.ts';

/** Files that are checked at once: while one is read, another is digested. */
const most = 8;

/** Files between two lines of progress where nobody looks. */
const step = 1_000;

/** `diplomaregister verify PATH…`: checks extracts, and tells the verdict on each. */
export async function verifyFiles(
  args: readonly string[],
  terminal: Terminal,
  words: Words,
): Promise<ExitCode> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      register: { type: 'string' },
      anchors: { type: 'string' },
      details: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      language: { type: 'string' },
    },
  });
  if (positionals.length === 0) throw new UsageError(words.giveFiles);
  const register = registerUrl(values.register, words);
  const anchors = values.anchors === undefined ? undefined : await pin(values.anchors, words);

  let total = 0;
  for await (const _ of findFiles(positionals)) total += 1;

  const { fetch } = terminal;
  const done = new AbortController();
  const verifier = createVerifier({ register, anchors, fetch, signal: done.signal });
  const progress = createProgress(terminal.stderr, step);
  const number = new Intl.NumberFormat(words.locale);
  const counts = new Map<Outcome, number>();
  let checked = 0;
  try {
    const results = inOrder(findFiles(positionals), most, (found) => check(found, verifier));
    for await (const result of results) {
      const outcome = 'verdict' in result ? result.verdict.outcome : 'inconclusive';
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
      checked += 1;
      const line = values.json
        ? JSON.stringify(toRecord(result, values.details))
        : describe(result, values.details, words);
      progress.print(terminal.stdout, line);
      const text = words.checked(number.format(checked), number.format(total));
      progress.show(checked, terminal.stderr.isTTY ? `${bar(checked, total)} ${text}` : text);
    }
  } finally {
    progress.end();
    // A register that hangs does not keep the command from ending.
    done.abort();
  }
  if (checked > 1) terminal.stderr.write(`${summary(counts, words, number)}\n`);
  return exitCodeOf(counts);
}

async function pin(path: string, words: Words): Promise<TrustedAnchors> {
  const content = await readFile(await existingFile(path, words));
  try {
    return publishedAnchors(content);
  } catch {
    throw new UsageError(words.anchorsInvalid);
  }
}

async function check({ kind, path }: Found, verifier: Verifier): Promise<Checked> {
  if (kind !== 'file') return { path, gap: kind };
  try {
    return { path, verdict: await verifier.verify(await openAsBlob(path)) };
  } catch {
    return { path, gap: 'no-access' };
  }
}

function summary(
  counts: ReadonlyMap<Outcome, number>,
  words: Words,
  number: Intl.NumberFormat,
): string {
  const parts = Array.from(
    counts,
    ([name, count]) => `${number.format(count)} ${words.outcomes[name]}`,
  );
  return parts.join(', ');
}

/** What was found wrong weighs more than what could not be checked. */
function exitCodeOf(counts: ReadonlyMap<Outcome, number>): ExitCode {
  const genuine = counts.get('genuine') ?? 0;
  const inconclusive = counts.get('inconclusive') ?? 0;
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (genuine + inconclusive < all) return exitCodes.found;
  return inconclusive > 0 ? exitCodes.inconclusive : exitCodes.ok;
}
