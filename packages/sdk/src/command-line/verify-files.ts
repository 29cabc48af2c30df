import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { Outcome } from '@diplomaregister/contract';
import { publishedAnchors, type TrustedAnchors } from '../verify/anchors.ts';
import { inOrder } from '../verify/in-order.ts';
import { createVerifier } from '../verify/verifier.ts';
import { existingFile, registerUrl } from './arguments.ts';
import { checkFile } from './check-file.ts';
import { type CheckOptions, checkInThreads, type FileChecker } from './check-in-threads.ts';
import { findFiles } from './find-files.ts';
import type { Words } from './language.ts';
import { bar, createProgress } from './progress.ts';
import { describe, toRecord } from './say-result.ts';
import { type ExitCode, exitCodes, type Terminal, UsageError } from './terminal.ts';

/** Files that are under way at once for each thread: while one is read, another is checked. */
const most = 4;

/** With fewer files for each, it takes longer to start a thread than it saves. */
const filesOfThread = 250;

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

  const threads = Math.min(availableParallelism(), Math.floor(total / filesOfThread));
  const options = { register, anchors };
  const checker =
    threads > 1 ? checkInThreads(threads, options) : checkInThisThread(terminal, options);
  const progress = createProgress(terminal.stderr, step);
  const number = new Intl.NumberFormat(words.locale);
  const counts = new Map<Outcome, number>();
  let checked = 0;
  try {
    const results = inOrder(findFiles(positionals), most * Math.max(threads, 1), checker.check);
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
    await checker.stop();
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

function checkInThisThread({ fetch }: Terminal, options: CheckOptions): FileChecker {
  const done = new AbortController();
  const verifier = createVerifier({ ...options, fetch, signal: done.signal });
  return {
    check: (found) => checkFile(found, verifier),
    async stop() {
      done.abort();
    },
  };
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
