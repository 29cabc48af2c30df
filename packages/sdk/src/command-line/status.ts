import { parseArgs } from 'node:util';
import type { Statistics, TrustAnchors } from '@diplomaregister/contract';
import { type Client, createClient } from '../client.ts';
import { minutesAhead as minutesAheadOf } from '../clock.ts';
import { RegisterError } from '../errors.ts';
import { registerUrl } from './arguments.ts';
import type { Words } from './language.ts';
import { type ExitCode, exitCodes, type Terminal, UsageError } from './terminal.ts';
import { findTokenService } from './token-service.ts';

/** What is told of a register that answers, line by line. */
export type StatusLine = 'register' | 'answers' | 'diplomas' | 'anchors' | 'tokenService' | 'clock';

/** How a register does, as JSON. */
interface RegisterStatus {
  readonly register: string;
  readonly answers: true;
  /** Of the API. */
  readonly version: string;
  readonly milliseconds: number;
  readonly diplomas: number;
  readonly countedAt: string;
  /** How many certificates there are of each kind. */
  readonly anchors: Readonly<Record<keyof TrustAnchors, number>>;
  readonly tokenService?: string;
  /** Minutes that the clock of this machine is ahead, where that is too much. */
  readonly minutesAhead?: number;
}

/** `diplomaregister status`: tells whether a register can be used from here. */
export async function status(
  args: readonly string[],
  terminal: Terminal,
  words: Words,
): Promise<ExitCode> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      register: { type: 'string' },
      json: { type: 'boolean', default: false },
      language: { type: 'string' },
    },
  });
  if (positionals.length > 0) throw new UsageError(words.status.noOther);
  const register = registerUrl(values.register, words);
  try {
    const found = await ask(register, terminal.fetch, words);
    const text = values.json ? JSON.stringify(found) : describe(found, words);
    terminal.stdout.write(`${text}\n`);
    const isWell =
      found.minutesAhead === undefined && Math.min(...Object.values(found.anchors)) > 0;
    return isWell ? exitCodes.ok : exitCodes.found;
  } catch (error) {
    if (!(error instanceof RegisterError)) throw error;
    const { code, message } = error;
    if (values.json)
      terminal.stdout.write(`${JSON.stringify({ register, answers: false, code })}\n`);
    terminal.stderr.write(`diplomaregister: ${message} [${code}]\n`);
    return exitCodes.inconclusive;
  }
}

async function ask(register: string, fetcher: typeof fetch, words: Words): Promise<RegisterStatus> {
  let headers = new Headers();
  const client: Client = createClient({
    url: register,
    timeout: 10_000,
    retries: 1,
    async fetch(input, init) {
      const response = await fetcher(input, init);
      ({ headers } = response);
      return response;
    },
  });
  const start = performance.now();
  const statistics: Statistics = await client.statistics.get();
  const milliseconds = Math.round(performance.now() - start);
  const minutesAhead = minutesAheadOf(headers, new Date());
  const version = headers.get('api-version') ?? '?';
  const { seal, status, timestamp } = await client.trustAnchors.get();
  const tokenService = await findTokenService(register, undefined, fetcher, words).catch(() => {});
  return {
    register,
    answers: true,
    version,
    milliseconds,
    diplomas: statistics.diplomas.total,
    countedAt: statistics.countedAt,
    anchors: { seal: seal.length, timestamp: timestamp.length, status: status.length },
    ...(tokenService && { tokenService: tokenService.issuer }),
    ...(minutesAhead !== undefined && { minutesAhead }),
  };
}

function describe(found: RegisterStatus, { clockIsOff, locale, status }: Words): string {
  const number = new Intl.NumberFormat(locale);
  const { anchors, minutesAhead } = found;
  const texts: Readonly<Record<StatusLine, string>> = {
    register: found.register,
    answers: status.reachable(number.format(found.milliseconds), found.version),
    diplomas: status.diplomas(number.format(found.diplomas), found.countedAt),
    anchors: status.anchors(anchors.seal, anchors.timestamp, anchors.status),
    tokenService: found.tokenService ?? status.noTokenService,
    clock: minutesAhead === undefined ? status.clockRight : clockIsOff(minutesAhead),
  };
  const names = Object.keys(texts) as StatusLine[];
  return names.map((name) => `${status.names[name].padEnd(14)} ${texts[name]}`).join('\n');
}
