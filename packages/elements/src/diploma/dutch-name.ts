import { html, type TemplateResult } from 'lit';
import type { DiplomaSpeech } from './diploma-speech.ts';

/** Something that the register names in Dutch, and sometimes in English as well. */
export interface NamedInDutch {
  readonly name: string;
  readonly englishName?: string;
}

/**
 * The name in the language that is spoken, where the register has it; else the Dutch name, marked as
 * Dutch so that a screen reader says it well (WCAG 3.1.2).
 */
export function dutchName(named: NamedInDutch, speech: DiplomaSpeech): TemplateResult {
  const language = primaryLanguage(speech);
  if (language === 'en' && named.englishName) return html`<bdi>${named.englishName}</bdi>`;
  return language === 'nl'
    ? html`<bdi>${named.name}</bdi>`
    : html`<bdi lang="nl">${named.name}</bdi>`;
}

function primaryLanguage(speech: DiplomaSpeech): string {
  return new Intl.Locale(speech.locale).language;
}
