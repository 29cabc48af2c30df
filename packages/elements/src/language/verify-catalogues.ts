import { enVerify } from './en/verify.ts';
import { nlVerify } from './nl/verify.ts';
import type { Catalogues } from './speech.ts';
import type { VerifyCatalogue } from './verify-words.ts';

/** The languages that `<diploma-verify>` speaks by itself. */
export const verifyCatalogues: Catalogues<VerifyCatalogue> = {
  nl: { locale: 'nl-NL', direction: 'ltr', verify: nlVerify },
  en: { locale: 'en-GB', direction: 'ltr', verify: enVerify },
};
