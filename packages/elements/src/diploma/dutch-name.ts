import { html, nothing, type TemplateResult } from 'lit';
import type { DiplomaSpeech } from './diploma-speech.ts';

/** Something that the register names in Dutch, and sometimes in English as well. */
export interface NamedInDutch {
  readonly name: string;
  readonly englishName?: string;
}

/** A name, with its language where that is not the one that is spoken. */
export interface SpokenName {
  readonly name: string;
  readonly lang?: 'nl' | 'en';
}

/**
 * The name in the language that is spoken, where the register has it; else the Dutch name, marked as
 * Dutch so that a screen reader says it well (WCAG 3.1.2). A programme whose only
 * name is English has it as both, as the contract says.
 */
export function spokenName({ name, englishName }: NamedInDutch, speech: DiplomaSpeech): SpokenName {
  const spoken = new Intl.Locale(speech.locale).language;
  if (spoken === 'en' && englishName) return { name: englishName };
  const language = name === englishName ? 'en' : 'nl';
  return language === spoken ? { name } : { name, lang: language };
}

/** The same as a part of a sentence or a heading. */
export function dutchName(named: NamedInDutch, speech: DiplomaSpeech): TemplateResult {
  const { name, lang } = spokenName(named, speech);
  return html`<bdi lang=${lang ?? nothing}>${name}</bdi>`;
}
