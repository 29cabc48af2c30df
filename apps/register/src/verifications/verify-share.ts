import type {
  AwardedDiploma,
  Check,
  ShareVerificationRequest,
  Verdict,
  VerifiedDiploma,
  VerifiedSubject,
} from '@diplomaregister/contract';
import { type CurrentDiploma, findCurrentDiplomas } from '../diplomas/current-diplomas.ts';
import type { Register } from '../register.ts';
import { type OpenedShare, openShare } from '../shares/open-share.ts';

/** The verdict on a share code with its PIN, as the register is now. */
export async function verifyShare(
  register: Register,
  { pin, shareCode }: ShareVerificationRequest,
): Promise<Verdict> {
  const basis = { checkedAt: register.now().toISOString(), trust: 'tls' } as const;
  const opening = await openShare(register, shareCode, pin);
  if (opening.outcome !== 'opened') {
    const { outcome } = opening;
    const codeValid: Check = { name: 'code-valid', result: 'fail', reason: outcome };
    const checks: Check[] = [codeValid, { name: 'diploma-stands', result: 'skipped' }];
    return { outcome, ...basis, checks };
  }
  const { share } = opening;
  const subject = subjectOf(register, share);
  const found = await findCurrentDiplomas(register, share.holderId, share.diplomaIds);
  const diplomas = verifiedDiplomas(found, share);
  const valid = diplomas.filter((diploma) => diploma.standing === 'valid');
  const codeValid: Check = { name: 'code-valid', result: 'pass' };
  if (valid.length === diplomas.length) {
    const checks: Check[] = [codeValid, { name: 'diploma-stands', result: 'pass' }];
    return { outcome: 'genuine', ...basis, subject, diplomas: valid, checks };
  }
  const failed = { name: 'diploma-stands', result: 'fail', reason: 'diploma-withdrawn' } as const;
  return { outcome: 'withdrawn', ...basis, subject, diplomas, checks: [codeValid, failed] };
}

/** A share shows what is current, so nothing in it is superseded. */
type SharedDiploma = Exclude<VerifiedDiploma, { readonly standing: 'superseded' }>;

/** Each shared diploma as it is now, in the order in which they were chosen. */
function verifiedDiplomas(
  found: readonly CurrentDiploma[],
  { diplomaIds, marks }: OpenedShare,
): SharedDiploma[] {
  const standing = new Map(found.filter(stands).map(({ content, id }) => [id, content]));
  return diplomaIds.map((id) => {
    const content = standing.get(id);
    if (content === undefined) return { standing: 'withdrawn' };
    return { standing: 'valid', diploma: marks ? content : withoutMarks(content) };
  });
}

function stands({ standing }: CurrentDiploma): boolean {
  return standing === 'valid';
}

function withoutMarks({ marks: _marks, ...rest }: AwardedDiploma): AwardedDiploma {
  return rest;
}

function subjectOf(
  { keys }: Register,
  { expiresOn, marks, receiver }: OpenedShare,
): VerifiedSubject {
  return {
    kind: 'share',
    expiresOn,
    marks,
    ...(receiver !== undefined && { receiver }),
    example: keys.example,
  };
}
