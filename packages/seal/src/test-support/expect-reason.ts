import { expect } from 'vitest';
import type { SealReason } from '../reasons.ts';
import { sealReasons } from '../reasons.ts';
import type { VerifySealOptions } from '../verify.ts';
import { verifySeal } from '../verify.ts';

/** Expects a report for `reason`, with the checks before it passed and those after it skipped. */
export async function expectReason(
  reason: SealReason,
  file: Uint8Array,
  options: VerifySealOptions,
): Promise<void> {
  const report = await verifySeal(file, options);
  const { check: name, outcome } = sealReasons[reason];
  expect(report).toMatchObject({ outcome, reason });
  expect(report).not.toHaveProperty('attachment');
  const at = report.checks.findIndex((check) => check.name === name);
  const result = outcome === 'inconclusive' ? 'inconclusive' : 'fail';
  expect(report.checks.map((check) => check.result)).toEqual(
    report.checks.map((_, index) => (index < at ? 'pass' : index === at ? result : 'skipped')),
  );
}
