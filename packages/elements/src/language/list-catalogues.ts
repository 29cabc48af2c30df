import { enDiploma } from './en/diploma.ts';
import { enList } from './en/list.ts';
import type { ListCatalogue } from './list-words.ts';
import { nlDiploma } from './nl/diploma.ts';
import { nlList } from './nl/list.ts';
import type { BuiltInCatalogues } from './speech.ts';

/** The languages that `<diploma-list>` speaks by itself. */
export const listCatalogues: BuiltInCatalogues<ListCatalogue> = {
  nl: { locale: 'nl-NL', direction: 'ltr', diploma: nlDiploma, list: nlList },
  en: { locale: 'en-GB', direction: 'ltr', diploma: enDiploma, list: enList },
};
