import type {
  AwardedDiploma,
  Check,
  Diploma,
  ShareVerificationRequest,
  Verdict,
  VerificationRequest,
  VerifiedSubject,
} from '@diplomaregister/contract';
import { json } from '../answers.ts';
import {
  awardedPart,
  instant,
  type MockState,
  mostWrongPins,
  recordAccess,
  type StoredShare,
  shareNow,
} from '../state.ts';
import type { Call } from './call.ts';
import { verifyExtract } from './verify-extract.ts';

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
  const failure = stored ? findFailure(state, stored, request.pin, now) : 'share-unknown';
  if (!stored || failure) {
    const reason = failure ?? 'share-unknown';
    return { outcome: reason, ...basis, checks: checksOf(fail(reason), { result: 'skipped' }) };
  }
  const share = {
    ...stored.share,
    timesOpened: stored.share.timesOpened + 1,
    lastOpenedAt: instant(now),
  };
  state.shares.set(share.id, { ...stored, share });
  recordAccess(state, now, {
    way: 'share-opened',
    shareId: share.id,
    diplomaIds: share.diplomaIds.filter((id) => stands(state, id)),
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

/** Whether a share has expired or was withdrawn is told only to who has the right PIN. */
function findFailure(
  state: MockState,
  stored: StoredShare,
  pin: string,
  now: Date,
): ShareFailure | undefined {
  if (stored.wrongPins >= mostWrongPins) return 'share-locked';
  if (stored.pin !== pin) {
    const wrongPins = stored.wrongPins + 1;
    state.shares.set(stored.share.id, { ...stored, wrongPins });
    return wrongPins < mostWrongPins ? 'pin-wrong' : 'share-locked';
  }
  switch (shareNow(stored, now).state) {
    case 'expired':
      return 'share-expired';
    case 'revoked':
      return 'share-revoked';
    case 'locked':
      return 'share-locked';
    case 'active':
      return undefined;
  }
}

type Content = Pick<Extract<Verdict, { diplomas: unknown }>, 'checks' | 'diplomas' | 'outcome'>;

function contentOf(state: MockState, { share }: StoredShare) {
  const diplomas = share.diplomaIds.map((id) => {
    const diploma = stands(state, id);
    return diploma === undefined
      ? ({ standing: 'withdrawn' } as const)
      : ({ standing: 'valid', diploma: shown(awardedPart(diploma), share.marks) } as const);
  });
  if (diplomas.every((each) => each.standing === 'valid')) {
    const checks = checksOf(pass, pass);
    return { outcome: 'genuine', diplomas, checks } as const satisfies Content;
  }
  const checks = checksOf(pass, fail('diploma-withdrawn'));
  return { outcome: 'withdrawn', diplomas, checks } as const satisfies Content;
}

/** A diploma that was not withdrawn. */
function stands(state: MockState, id: string): Diploma | undefined {
  const diploma = state.diplomas.get(id)?.diploma;
  return diploma?.standing === 'withdrawn' ? undefined : diploma;
}

function shown(diploma: AwardedDiploma, withMarks: boolean): AwardedDiploma {
  const { marks: _marks, ...rest } = diploma;
  return withMarks ? diploma : rest;
}

type Result =
  | { readonly result: 'pass' | 'skipped' }
  | { readonly result: 'fail'; readonly reason: string };

const pass: Result = { result: 'pass' };

function fail(reason: string): Result {
  return { result: 'fail', reason };
}

/** The checks that a share has. */
function checksOf(codeValid: Result, diplomaStands: Result): Check[] {
  return [
    { name: 'code-valid', ...codeValid },
    { name: 'diploma-stands', ...diplomaStands },
  ];
}
