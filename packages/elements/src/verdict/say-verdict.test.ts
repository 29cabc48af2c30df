import type { Outcome, Verdict } from '@diplomaregister/contract';
import { reasons } from '@diplomaregister/sdk/verify';
import { describe, expect, it } from 'vitest';
import { Speech } from '../language/speech.ts';
import { verdictCatalogues } from '../language/verdict-catalogues.ts';
import type { VerdictCatalogue } from '../language/verdict-words.ts';
import { sayVerdict } from './say-verdict.ts';

const basis = { checkedAt: '2026-11-23T12:00:00Z', trust: 'pinned', checks: [] } as const;
const tones = {
  altered: 'bad',
  'seal-revoked': 'bad',
  'not-an-extract': 'bad',
  'share-unknown': 'open',
  'pin-wrong': 'open',
  'share-locked': 'open',
  'share-expired': 'open',
  'share-revoked': 'open',
  inconclusive: 'open',
} as const satisfies Partial<Record<Outcome, string>>;

const cases = Object.entries(verdictCatalogues).flatMap(([language, words]) =>
  Object.entries(tones).map(([outcome, tone]) => ({ language, words, outcome, tone })),
);

it.each(cases)(
  'says $outcome in $language, in a tone that is $tone',
  ({ words, outcome, tone }) => {
    const verdict = { ...basis, outcome } as Verdict;
    const said = sayVerdict(verdict, new Speech(words));
    expect(said.tone).toBe(tone);
    expect(said.title).toBeTruthy();
    expect(said.lead).toBeTruthy();
  },
);

it('says of an inconclusive verdict what could not be checked, and that it is not false', () => {
  const { en } = verdictCatalogues;
  if (!en) throw new Error('There is no English');
  const said = sayVerdict(
    {
      ...basis,
      outcome: 'inconclusive',
      checks: [
        { name: 'unchanged', result: 'pass' },
        { name: 'diploma-stands', result: 'inconclusive', reason: 'status-list-unavailable' },
      ],
    },
    new Speech(en),
  );
  expect(said.lead).toBe('This does not mean that it is fake.');
  expect(said.text).toContain('whether the diploma is still valid');
  expect(said.next).toBe('retry');
});

type Cause = keyof VerdictCatalogue['verdict']['causes'];

/** What each reason for an inconclusive verdict lets a visitor look for. */
const causes = {
  'anchors-insecure': ['website'],
  'anchors-malformed': [],
  'anchors-unavailable': ['network'],
  'could-not-check': ['network'],
  'crypto-unavailable': ['website'],
  'extract-not-understood': [],
  'file-unreadable': [],
  'register-insecure': ['website'],
  'revocation-unknown': ['network', 'clock'],
  'share-check-busy': ['network'],
  'share-check-unavailable': ['network'],
  'status-list-expired': ['clock'],
  'status-list-foreign': ['website'],
  'status-list-malformed': [],
  'status-list-mismatch': [],
  'status-list-not-checked': [],
  'status-list-revocation-unknown': ['network', 'clock'],
  'status-list-unavailable': ['network'],
  'status-list-untrusted': [],
  'status-unknown': [],
  'timestamp-authority-revoked': [],
  'timestamp-in-future': ['clock'],
  'timestamp-revocation-unknown': ['network', 'clock'],
  'verdict-not-understood': [],
} as const satisfies Readonly<Record<string, readonly Cause[]>>;

describe.each(Object.entries(verdictCatalogues))('of an inconclusive verdict in %s', (_, words) => {
  it.each(Object.entries(causes))(
    'with %s it names the causes that it may have',
    (reason, named) => {
      const check = { name: 'seal-trusted', result: 'inconclusive', reason } as const;
      const said = sayVerdict(
        { ...basis, outcome: 'inconclusive', checks: [check] },
        new Speech(words),
      );
      const { causes: causeWords, unknown } = words.verdict;
      const expected = [unknown['seal-trusted'], ...named.map((cause) => causeWords[cause])];
      expect(said.text).toBe(expected.join(' '));
    },
  );
});

it('knows the causes of every reason for an inconclusive verdict', () => {
  const inconclusive = Object.entries(reasons).filter(
    ([, each]) => each.outcome === 'inconclusive',
  );
  expect(Object.keys(causes)).toEqual(inconclusive.map(([reason]) => reason).sort());
});

it('keeps the direction of an issuer’s name to itself', () => {
  const { nl } = verdictCatalogues;
  if (!nl) throw new Error('There is no Dutch');
  const said = sayVerdict(
    {
      ...basis,
      outcome: 'genuine',
      subject: {
        kind: 'extract',
        number: 'DR-7K3M-9QXA-T2VD-H',
        issuedAt: '2026-07-08T12:05:00Z',
        sealedAt: '2026-07-08T12:05:00Z',
        language: 'nl',
        issuer: '\u202Eretsiger',
        example: false,
      },
      diplomas: [],
    },
    new Speech(nl),
  );
  expect(said.lead).toContain('\u2068\u202Eretsiger\u2069 op 8 juli 2026');
});
