import type { Outcome } from '@diplomaregister/contract';
import { type StatusListReason, sealReasons } from '@diplomaregister/seal/verify';
import { describe, expect, it } from 'vitest';
import { checkNames, checksOf } from './checks.ts';
import { reasons } from './reasons.ts';

const entries = Object.entries(reasons);

describe('the table of reasons', () => {
  it('has every reason of the seal, with the same check and outcome', () => {
    expect(reasons).toMatchObject(sealReasons);
  });

  it('has every reason of a status list', () => {
    // Exhaustive by type: a new reason does not compile before it is here.
    const ofStatusLists: Record<StatusListReason, string> = {
      'could-not-check': 'status-list-not-checked',
      'status-list-expired': 'status-list-expired',
      'status-list-malformed': 'status-list-malformed',
      'status-list-mismatch': 'status-list-mismatch',
      'status-list-revocation-unknown': 'status-list-revocation-unknown',
      'status-list-untrusted': 'status-list-untrusted',
    };
    for (const reason of Object.values(ofStatusLists)) {
      expect(reasons).toHaveProperty(reason, { check: 'diploma-stands', outcome: 'inconclusive' });
    }
  });

  it('leads to every outcome but genuine', () => {
    const outcomes: Record<Outcome, boolean> = {
      genuine: false,
      superseded: true,
      withdrawn: true,
      altered: true,
      'seal-revoked': true,
      'not-an-extract': true,
      'share-unknown': true,
      'pin-wrong': true,
      'share-locked': true,
      'share-expired': true,
      'share-revoked': true,
      inconclusive: true,
    };
    const reached = new Set<string>(entries.map(([, { outcome }]) => outcome));
    for (const [outcome, isReached] of Object.entries(outcomes)) {
      expect([outcome, reached.has(outcome)]).toEqual([outcome, isReached]);
    }
  });

  it('has a reason for every check, and every check belongs to a file or a share', () => {
    const used = new Set<string>(entries.map(([, { check }]) => check));
    expect([...used].sort()).toEqual([...checkNames].sort());
    expect([...new Set(Object.values(checksOf).flat())].sort()).toEqual([...checkNames].sort());
  });

  it.each(entries)('%s is a code in kebab case', (code) => {
    expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });
});
