import type { Check, CheckName, Verdict } from '@diplomaregister/contract';
import type { Reason, RefusalReason } from './reasons.ts';
import { reasons } from './reasons.ts';

/** The five checks that people see, in the order in which every verdict has them. */
export const checkNames = [
  'sealed-by-register',
  'unchanged',
  'seal-trusted',
  'diploma-stands',
  'code-valid',
] as const satisfies readonly CheckName[];

/** The checks of a file and of a share, each in the order in which they are made. */
export const checksOf = {
  extract: ['sealed-by-register', 'unchanged', 'seal-trusted', 'diploma-stands'],
  share: ['code-valid', 'diploma-stands'],
} as const satisfies Readonly<Record<string, readonly CheckName[]>>;

/** What is checked. */
export type Subject = keyof typeof checksOf;

/** All checks passed, or the one that `reason` belongs to did not, and later ones were not made. */
export function describeChecks(subject: Subject, reason?: Reason): Check[] {
  const order: readonly CheckName[] = checksOf[subject];
  const stop = reason === undefined ? order.length : order.indexOf(reasons[reason].check);
  return checkNames.map((name): Check => {
    const place = order.indexOf(name);
    if (reason !== undefined && name === reasons[reason].check) {
      const result = reasons[reason].outcome === 'inconclusive' ? 'inconclusive' : 'fail';
      return { name, result, reason };
    }
    return { name, result: place !== -1 && place < stop ? 'pass' : 'skipped' };
  });
}

/** A verdict without content. */
export function refuse(
  subject: Subject,
  reason: RefusalReason,
  basis: { readonly checkedAt: string; readonly trust: Verdict['trust'] },
): Verdict {
  const { outcome } = reasons[reason];
  return { outcome, ...basis, checks: describeChecks(subject, reason) };
}

/** An instant without a fraction of a second. */
export function instant(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}
