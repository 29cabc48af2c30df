import type { ListCatalogue } from '../language/list-words.ts';
import type { Speech } from '../language/speech.ts';

/** A language in which `<diploma-list>` speaks. */
export type ListSpeech = Speech<ListCatalogue>;
