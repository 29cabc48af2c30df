import type { DiplomaWords } from '../language/diploma-words.ts';
import type { CatalogueLanguage, Speech } from '../language/speech.ts';

/** A language in which a diploma can be described; both elements' catalogues are. */
export type DiplomaSpeech = Speech<CatalogueLanguage & { readonly diploma: DiplomaWords }>;
