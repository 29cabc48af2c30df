import type { ExtractStanding, ExtractVerificationRequest } from '@diplomaregister/contract';
import { instant, type MockState } from '../state.ts';

/** How the diplomas of an extract stand, for whoever has its file. */
export function verifyExtract(
  { diplomas, files }: MockState,
  { extractNumber, sha256 }: ExtractVerificationRequest,
  now: Date,
): ExtractStanding {
  const checkedAt = instant(now);
  const file = files.get(extractNumber);
  if (file?.sha256 !== sha256) return { outcome: 'not-an-extract', checkedAt };
  const current = [...diplomas.values()];
  const standings = file.places.map(
    (place) => current.find((each) => each.place === place)?.diploma.standing ?? 'superseded',
  );
  const worst = (['withdrawn', 'superseded'] as const).find((each) => standings.includes(each));
  return { outcome: worst ?? 'genuine', standings, checkedAt };
}
