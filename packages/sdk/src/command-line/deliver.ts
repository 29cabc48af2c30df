import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Rejection } from '@diplomaregister/contract';
import { createClient } from '../client.ts';
import type { DeliveryReport } from '../deliveries/report.ts';
import { BrokenInputError, DeliveryInterruptedError } from '../errors.ts';
import { existingFile, registerUrl, required } from './arguments.ts';
import { clientCredentials } from './client-credentials.ts';
import type { Words } from './language.ts';
import { readPrivateKey } from './private-key.ts';
import { createProgress } from './progress.ts';
import { describeCounts } from './say-counts.ts';
import { type ExitCode, exitCodes, type Terminal, UsageError } from './terminal.ts';
import { findTokenService } from './token-service.ts';

/** Lines of a delivery between two lines of progress where nobody looks. */
const step = 100_000;

/** `diplomaregister deliver FILE …`: delivers the lines of a file, and tells what became of them. */
export async function deliver(
  args: readonly string[],
  terminal: Terminal,
  words: Words,
): Promise<ExitCode> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      register: { type: 'string' },
      'client-id': { type: 'string' },
      key: { type: 'string' },
      issuer: { type: 'string' },
      after: { type: 'string', default: '0' },
      json: { type: 'boolean', default: false },
      language: { type: 'string' },
    },
  });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new UsageError(words.giveOneFile);
  if (!/^\d{1,9}$/.test(values.after)) throw new UsageError(words.afterInvalid);
  const url = registerUrl(values.register, words);
  const clientId = required(values['client-id'], 'client-id', words);
  const keyFile = await existingFile(required(values.key, 'key', words), words);
  const file = await existingFile(path, words);

  const { fetch } = terminal;
  const accessToken = clientCredentials({
    clientId,
    key: await readPrivateKey(await readFile(keyFile, 'utf8'), words),
    service: await findTokenService(url, values.issuer, fetch, words),
    resource: url,
    scope: 'deliveries',
    fetch,
    words,
  });
  const { deliveries } = createClient({ url, accessToken, fetch, timeout: 120_000 });

  const progress = createProgress(terminal.stderr, step);
  try {
    const report = await deliveries.create(createReadStream(file), {
      after: Number(values.after),
      onProgress: (counts) => progress.show(counts.lines, describeCounts(counts, words)),
    });
    progress.end();
    tell(report, values.json, terminal, words);
    return report.rejected > 0 ? exitCodes.found : exitCodes.ok;
  } catch (error) {
    progress.end();
    if (!(error instanceof DeliveryInterruptedError)) throw error;
    tell(error.report, values.json, terminal, words);
    const stopped = words.stopped(String(error.report.through));
    const cause = describeCause(error.cause, words);
    terminal.stderr.write(`diplomaregister: ${stopped}${cause} [${error.code}]\n`);
    return exitCodes.failed;
  }
}

function describeCause(cause: unknown, words: Words): string {
  if (cause instanceof BrokenInputError) {
    return ` ${words.brokenInputs[cause.code](String(cause.line))}`;
  }
  return cause instanceof Error ? ` ${cause.message}` : '';
}

function tell(report: DeliveryReport, asJson: boolean, { stdout }: Terminal, words: Words): void {
  if (asJson) {
    stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    return;
  }
  stdout.write(`${describeCounts(report, words)}\n`);
  for (const rejection of report.rejections) stdout.write(describeRejection(rejection, words));
}

function describeRejection({ errors, line, recordId }: Rejection, words: Words): string {
  const name = recordId === undefined ? '' : ` (${recordId})`;
  const reasons = errors.map(({ code, detail, location }) =>
    `${location?.pointer ?? ''} ${detail} [${code}]`.trim(),
  );
  return `${words.line} ${line}${name}: ${reasons.join(' ')}\n`;
}
