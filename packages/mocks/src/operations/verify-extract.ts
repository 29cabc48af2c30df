import type { ExtractStanding, ExtractVerificationRequest } from '@diplomaregister/contract';
import { instant, type MockState, type StoredDiploma } from '../state.ts';

/** How the diplomas of an extract stand, for whoever has its file. */
export function verifyExtract(
  { diplomas, files }: MockState,
  { extractNumber, sha256 }: ExtractVerificationRequest,
  now: Date,
): ExtractStanding {
  const checkedAt = instant(now);
  const file = files.get(extractNumber);
  if (file?.sha256 !== sha256) return { outcome: 'not-an-extract', checkedAt };
  const standings = file.places.map((place) => standingAt([...diplomas.values()], place));
  const worst = (['withdrawn', 'superseded'] as const).find((each) => standings.includes(each));
  return { outcome: worst ?? 'genuine', standings, checkedAt };
}

function standingAt(all: readonly StoredDiploma[], place: number) {
  const found = all.find((each) => each.place === place || each.earlierPlaces?.includes(place));
  if (!found || found.diploma.standing === 'withdrawn') return 'withdrawn';
  return found.place === place ? 'valid' : 'superseded';
}
