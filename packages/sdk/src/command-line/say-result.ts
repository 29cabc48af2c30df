import type { Outcome, Verdict, VerifiedDiploma } from '@diplomaregister/contract';
import type { Gap } from './find-files.ts';
import type { Words } from './language.ts';

/** What came of one path. */
export type Checked =
  | { readonly path: string; readonly verdict: Verdict }
  | { readonly path: string; readonly gap: Gap };

/** What `--json` prints of one path. Personal data are in `verdict` only. */
export interface ResultRecord {
  readonly file: string;
  readonly outcome: Outcome;
  /** A code: why it is not genuine, or why there was nothing to check. */
  readonly reason?: string;
  /** The number of the extract, where it was sealed. */
  readonly number?: string;
  readonly verdict?: Verdict;
}

export function toRecord(result: Checked, withDetails: boolean): ResultRecord {
  const { path: file } = result;
  if ('gap' in result) return { file, outcome: 'inconclusive', reason: result.gap };
  const { verdict } = result;
  const [reason] = verdict.checks.flatMap((check) => ('reason' in check ? [check.reason] : []));
  const number = numberOf(verdict);
  return {
    file,
    outcome: verdict.outcome,
    ...(reason !== undefined && { reason }),
    ...(number !== undefined && { number }),
    ...(withDetails && { verdict }),
  };
}

/** One line of the table, and with details a line for each diploma below it. */
export function describe(result: Checked, withDetails: boolean, words: Words): string {
  const { file, number, outcome, reason } = toRecord(result, false);
  const why = 'gap' in result ? words.gaps[result.gap] : reason;
  const columns = [
    words.outcomes[outcome].padEnd(19),
    (number ?? '-').padEnd(20),
    visible(file),
    ...(why === undefined ? [] : [`(${why})`]),
  ];
  const diplomas =
    withDetails && 'verdict' in result && 'diplomas' in result.verdict
      ? result.verdict.diplomas.flatMap(describeDiploma)
      : [];
  return [columns.join(' '), ...diplomas].join('\n');
}

function numberOf(verdict: Verdict): string | undefined {
  const isOfExtract = 'subject' in verdict && verdict.subject.kind === 'extract';
  return isOfExtract ? verdict.subject.number : undefined;
}

function describeDiploma(each: VerifiedDiploma): readonly string[] {
  if (!('diploma' in each)) return [];
  const { holder, institution, programme, ...award } = each.diploma;
  const name = [holder.givenNames, holder.prefix, holder.familyName].filter(Boolean).join(' ');
  const when = 'awardedOn' in award ? award.awardedOn : award.awardedIn;
  return [`  ${name}, ${holder.birthDate}: ${programme.name}, ${institution.name}, ${when}`];
}

/** A name of a file could hold what a terminal takes for a command. */
function visible(path: string): string {
  return path.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\uFFFD');
}
