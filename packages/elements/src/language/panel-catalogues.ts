import { enDiploma } from './en/diploma.ts';
import { enList } from './en/list.ts';
import { enPanels } from './en/panels.ts';
import { nlDiploma } from './nl/diploma.ts';
import { nlList } from './nl/list.ts';
import { nlPanels } from './nl/panels.ts';
import type { PanelCatalogue } from './panel-words.ts';
import type { BuiltInCatalogues } from './speech.ts';

/** The languages in which the panels of `<diploma-list>` speak by themselves. */
export const panelCatalogues: BuiltInCatalogues<PanelCatalogue> = {
  nl: { locale: 'nl-NL', direction: 'ltr', diploma: nlDiploma, list: nlList, panel: nlPanels },
  en: { locale: 'en-GB', direction: 'ltr', diploma: enDiploma, list: enList, panel: enPanels },
};
