import type { Outcome } from '@diplomaregister/contract';
import type { DeliveryCounts } from '../deliveries/report.ts';
import type { BrokenInputCode } from '../errors.ts';
import { dutch } from './dutch.ts';
import { english } from './english.ts';
import type { Gap } from './find-files.ts';
import type { StatusLine } from './status.ts';
import { UsageError } from './terminal.ts';

/** What the command says to people. */
export interface Words {
  readonly help: string;
  readonly locale: string;
  missing(option: string): string;
  readonly registerInvalid: string;
  noFile(path: string): string;
  unknownCommand(name: string): string;
  badOptions(detail: string): string;
  readonly somethingWrong: string;

  readonly giveFiles: string;
  readonly anchorsInvalid: string;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly gaps: Readonly<Record<Gap, string>>;
  checked(done: string, total: string): string;

  readonly giveOneFile: string;
  readonly counts: Readonly<Record<Exclude<keyof DeliveryCounts, 'through'>, string>>;
  readonly line: string;
  readonly afterInvalid: string;
  /** How to go on after a delivery that stopped half way, after a line of the file. */
  stopped(line: string): string;
  readonly brokenInputs: Readonly<Record<BrokenInputCode, (line: string) => string>>;
  readonly keyInvalid: string;
  noTokenService(issuer: string): string;
  namesNoTokenService(register: string): string;
  tokenServiceAway(issuer: string): string;
  clientRefused(code: string): string;
  clockIsOff(minutes: number): string;

  readonly status: {
    readonly names: Readonly<Record<StatusLine, string>>;
    readonly noOther: string;
    reachable(milliseconds: string, version: string): string;
    diplomas(total: string, countedAt: string): string;
    anchors(seal: number, timestamp: number, status: number): string;
    readonly noTokenService: string;
    readonly clockRight: string;
  };
}

const languages = { en: english, nl: dutch };

/** The words in the language that was asked for, or else that of the locale; English if neither. */
export function wordsIn(asked: string | undefined, locale: string | undefined): Words {
  if (asked === 'nl' || asked === 'en') return languages[asked];
  if (asked !== undefined) throw new UsageError('--language must be nl or en');
  return /^nl\b|^nl_/i.test(locale ?? '') ? dutch : english;
}
