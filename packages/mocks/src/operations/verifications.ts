import type {
  AwardedDiploma,
  Check,
  CheckName,
  ShareVerificationRequest,
  Verdict,
  VerificationRequest,
  VerifiedSubject,
} from '@diplomaregister/contract';
import { json } from '../answers.ts';
import { awardedPart, instant, type MockState, recordAccess, type StoredShare } from '../state.ts';
import type { Call } from './call.ts';
import { verifyExtract } from './verify-extract.ts';

/** So many wrong PINs lock a share. */
const mostWrongPins = 10;

type ShareFailure =
  | 'share-unknown'
  | 'pin-wrong'
  | 'share-locked'
  | 'share-expired'
  | 'share-revoked';

export function createVerification({ body, now, state }: Call): Response {
  const request = body as VerificationRequest;
  return json(
    200,
    'shareCode' in request
      ? verifyShare(state, request, now())
      : verifyExtract(state, request, now()),
  );
}

function verifyShare(state: MockState, request: ShareVerificationRequest, now: Date): Verdict {
  const basis = { checkedAt: instant(now), trust: 'tls' } as const;
  const stored = [...state.shares.values()].find(({ code }) => code === request.shareCode);
  const failure = stored ? findFailure(state, stored, request.pin) : 'share-unknown';
  if (!stored || failure) {
    const reason = failure ?? 'share-unknown';
    return { outcome: reason, ...basis, checks: checksOf({ 'code-valid': fail(reason) }) };
  }
  const share = {
    ...stored.share,
    timesOpened: stored.share.timesOpened + 1,
    lastOpenedAt: instant(now),
  };
  state.shares.set(share.id, { ...stored, share, wrongPins: 0 });
  recordAccess(state, now, {
    way: 'share-opened',
    shareId: share.id,
    diplomaIds: share.diplomaIds,
    ...(share.receiver !== undefined && { receiver: share.receiver }),
  });
  const subject: VerifiedSubject = {
    kind: 'share',
    expiresOn: share.expiresOn,
    marks: share.marks,
    ...(share.receiver !== undefined && { receiver: share.receiver }),
    example: true,
  };
  return { ...contentOf(state, stored), subject, ...basis };
}

function findFailure(state: MockState, stored: StoredShare, pin: string): ShareFailure | undefined {
  const { share } = stored;
  if (share.state === 'locked') return 'share-locked';
  if (stored.pin !== pin) {
    const wrongPins = stored.wrongPins + 1;
    const locked = wrongPins >= mostWrongPins;
    state.shares.set(share.id, {
      ...stored,
      wrongPins,
      share: locked ? { ...share, state: 'locked' } : share,
    });
    return locked ? 'share-locked' : 'pin-wrong';
  }
  switch (share.state) {
    case 'expired':
      return 'share-expired';
    case 'revoked':
      return 'share-revoked';
    case 'active':
      return undefined;
  }
}

type Content = Pick<Extract<Verdict, { diplomas: unknown }>, 'checks' | 'diplomas' | 'outcome'>;

function contentOf(state: MockState, { share }: StoredShare) {
  const diplomas = share.diplomaIds.map((id) => {
    const diploma = state.diplomas.get(id)?.diploma;
    return !diploma || diploma.standing === 'withdrawn'
      ? ({ standing: 'withdrawn' } as const)
      : ({ standing: 'valid', diploma: shown(awardedPart(diploma), share.marks) } as const);
  });
  if (diplomas.every((each) => each.standing === 'valid')) {
    const checks = checksOf({ 'diploma-stands': pass, 'code-valid': pass });
    return { outcome: 'genuine', diplomas, checks } as const satisfies Content;
  }
  const checks = checksOf({ 'diploma-stands': fail('diploma-withdrawn'), 'code-valid': pass });
  return { outcome: 'withdrawn', diplomas, checks } as const satisfies Content;
}

function shown(diploma: AwardedDiploma, withMarks: boolean): AwardedDiploma {
  const { marks: _marks, ...rest } = diploma;
  return withMarks ? diploma : rest;
}

type Result = { readonly result: 'pass' } | { readonly result: 'fail'; readonly reason: string };

const pass: Result = { result: 'pass' };

function fail(reason: string): Result {
  return { result: 'fail', reason };
}

/** The five checks that people see; those that a share does not have are skipped. */
function checksOf(results: Partial<Record<CheckName, Result>>): Check[] {
  const names: readonly CheckName[] = [
    'sealed-by-register',
    'unchanged',
    'seal-trusted',
    'diploma-stands',
    'code-valid',
  ];
  return names.map((name) => ({ name, ...(results[name] ?? { result: 'skipped' }) }));
}
