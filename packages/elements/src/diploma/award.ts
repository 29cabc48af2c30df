import type { Award } from '@diplomaregister/contract';
import type { CatalogueLanguage, Speech } from '../language/speech.ts';

/** When it was awarded, in words: a day, or only a month where the day is not known. */
export function awardWords(award: Award, speech: Speech<CatalogueLanguage>): string {
  return 'awardedOn' in award ? speech.date(award.awardedOn) : speech.month(award.awardedIn);
}

/** A text that sorts by the time of the award; a month without a day comes before its days. */
export function awardKey(award: Award): string {
  return 'awardedOn' in award ? award.awardedOn : award.awardedIn;
}
