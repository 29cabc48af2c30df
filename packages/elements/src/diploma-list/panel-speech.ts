import type { PanelCatalogue } from '../language/panel-words.ts';
import type { Speech } from '../language/speech.ts';

/** A language in which the panels of `<diploma-list>` speak. */
export type PanelSpeech = Speech<PanelCatalogue>;
