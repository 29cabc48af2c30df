import type {
  Extract,
  ExtractedDiploma,
  Verdict,
  VerifiedDiploma,
} from '@diplomaregister/contract';
import type { SealReport } from '@diplomaregister/seal/verify';
import { describeChecks, instant } from './checks.ts';
import { outcomeOf } from './outcome.ts';
import { Finding } from './reasons.ts';
import type { Standing } from './standings.ts';

/** What is known of a file that was found whole and sealed. */
export type Sealed = globalThis.Extract<SealReport, { outcome: 'sealed' }>;

/** When a verdict was given, and on whose word. */
export type Basis = Pick<Verdict, 'checkedAt' | 'trust'>;

/**
 * Puts the seal and the standings together. What is not known keeps an extract from being genuine;
 * of one with a withdrawn diploma, those that are not known to stand are left out.
 */
export function conclude(
  extract: Extract,
  report: Sealed,
  standings: readonly Standing[],
  basis: Basis,
): Verdict {
  const unknown = standings.find((standing) => typeof standing === 'object');
  if (unknown && !standings.includes('withdrawn')) throw new Finding(unknown.reason);
  const diplomas = extract.diplomas.flatMap((diploma, index) =>
    verifiedDiploma(diploma, standings[index]),
  );
  const found = outcomeOf(diplomas);
  const reason = found.outcome === 'genuine' ? undefined : (`diploma-${found.outcome}` as const);
  return {
    ...found,
    subject: {
      kind: 'extract',
      number: extract.number,
      issuedAt: extract.issuedAt,
      sealedAt: instant(report.sealedAt),
      language: extract.language,
      issuer: report.issuer,
      example: extract.example,
    },
    ...basis,
    checks: describeChecks('extract', reason),
  };
}

function verifiedDiploma(
  { status: _status, ...diploma }: ExtractedDiploma,
  standing: Standing | undefined,
): readonly VerifiedDiploma[] {
  switch (standing) {
    case 'valid':
    case 'superseded':
      return [{ standing, diploma }];
    case 'withdrawn':
      return [{ standing }];
    default:
      return [];
  }
}
