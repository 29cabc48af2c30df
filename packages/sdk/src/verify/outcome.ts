import type { ContentVerdict, VerifiedDiploma } from '@diplomaregister/contract';

type Only<Outcome extends ContentVerdict['outcome']> = Pick<
  Extract<ContentVerdict, { outcome: Outcome }>,
  'diplomas' | 'outcome'
>;

/** The outcome that follows from how each diploma stands: the worst one counts. */
export function outcomeOf(
  diplomas: readonly VerifiedDiploma[],
): Only<'genuine'> | Only<'superseded'> | Only<'withdrawn'> {
  const standing = diplomas.filter((each) => each.standing !== 'withdrawn');
  if (standing.length < diplomas.length) return { outcome: 'withdrawn', diplomas };
  const valid = standing.filter((each) => each.standing === 'valid');
  if (valid.length < standing.length) return { outcome: 'superseded', diplomas: standing };
  return { outcome: 'genuine', diplomas: valid };
}
