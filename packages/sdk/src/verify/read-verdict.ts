import type { Verdict, VerifiedDiploma, VerifiedSubject } from '@diplomaregister/contract';
import { checkNames, describeChecks, refuse } from './checks.ts';
import { outcomeOf } from './outcome.ts';
import { readDiploma } from './read-diploma.ts';
import type { Reader } from './reader.ts';
import { either, fullDate, list, Misfit, moment, oneOf, record, text } from './reader.ts';

const readRefusal = record({
  outcome: oneOf('share-unknown', 'pin-wrong', 'share-locked', 'share-expired', 'share-revoked'),
  checkedAt: moment,
  trust: oneOf('pinned', 'tls'),
  checks: list(readCheck(), 5),
});

const readSubject: Reader<VerifiedSubject> = record(
  {
    kind: oneOf('share'),
    expiresOn: fullDate,
    marks: oneOf(true, false),
    example: oneOf(true, false),
  },
  { receiver: text(/^[^\p{Cc}\p{Cs}<>]*[^\s\p{Cc}\p{Cs}<>]$/u, 100) },
);

const readVerifiedDiploma: Reader<VerifiedDiploma> = either(
  record({ standing: oneOf('valid'), diploma: readDiploma }),
  either(
    record({ standing: oneOf('superseded'), diploma: readDiploma }),
    record({ standing: oneOf('withdrawn') }),
  ),
);

const readContent = record({
  outcome: oneOf('genuine', 'superseded', 'withdrawn'),
  subject: readSubject,
  diplomas: list(readVerifiedDiploma, 50),
  checkedAt: moment,
  trust: oneOf('pinned', 'tls'),
  checks: list(readCheck(), 5),
});

function readCheck() {
  const name = oneOf(...checkNames);
  return either(
    record({ name, result: oneOf('pass', 'skipped') }),
    record({ name, result: oneOf('fail', 'inconclusive'), reason: text(/^[a-z0-9-]+$/) }),
  );
}

/**
 * Reads the register's verdict on a share. Its checks are told anew from the outcome, so that they
 * cannot contradict it.
 *
 * @throws Misfit when the answer is not one that the contract allows for a share.
 */
export function readShareVerdict(value: unknown): Verdict {
  const answer = either(readContent, readRefusal)(value);
  const basis = { checkedAt: answer.checkedAt, trust: 'tls' } as const;
  if (!('diplomas' in answer)) return refuse('share', answer.outcome, basis);

  const found = outcomeOf(answer.diplomas);
  if (found.outcome !== answer.outcome) throw new Misfit();
  const isContradicted = answer.checks.some(
    ({ name, result }) => name === 'code-valid' && result !== 'pass',
  );
  if (isContradicted) throw new Misfit();
  const reason = found.outcome === 'genuine' ? undefined : (`diploma-${found.outcome}` as const);
  return { ...found, subject: answer.subject, ...basis, checks: describeChecks('share', reason) };
}
