import { enDiploma } from './en/diploma.ts';
import { enVerdict } from './en/verdict.ts';
import { nlDiploma } from './nl/diploma.ts';
import { nlVerdict } from './nl/verdict.ts';
import type { BuiltInCatalogues } from './speech.ts';
import type { VerdictCatalogue } from './verdict-words.ts';

/** The languages in which a verdict is told. */
export const verdictCatalogues: BuiltInCatalogues<VerdictCatalogue> = {
  nl: { locale: 'nl-NL', direction: 'ltr', diploma: nlDiploma, verdict: nlVerdict },
  en: { locale: 'en-GB', direction: 'ltr', diploma: enDiploma, verdict: enVerdict },
};
