import { enVerify } from './en/verify.ts';
import { nlVerify } from './nl/verify.ts';
import type { BuiltInCatalogues } from './speech.ts';
import type { VerifyCatalogue } from './verify-words.ts';

/** The languages that `<diploma-verify>` speaks by itself. */
export const verifyCatalogues: BuiltInCatalogues<VerifyCatalogue> = {
  nl: { locale: 'nl-NL', direction: 'ltr', verify: nlVerify },
  en: { locale: 'en-GB', direction: 'ltr', verify: enVerify },
};
