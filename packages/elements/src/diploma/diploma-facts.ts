import type { AwardedDiploma, Person } from '@diplomaregister/contract';
import { html, type TemplateResult } from 'lit';
import { awardWords } from './award.ts';
import type { DiplomaSpeech } from './diploma-speech.ts';
import { fullName } from './name.ts';
import { wordOf } from './word-of.ts';

/** Who: name and birth date. */
export function holderFacts(holder: Person, speech: DiplomaSpeech): TemplateResult {
  const { diploma: words } = speech.words;
  return html`
    <dl class="facts" part="holder">
      <dt>${words.name}</dt>
      <dd><bdi>${fullName(holder)}</bdi></dd>
      <dt>${words.birthDate}</dt>
      <dd>${speech.date(holder.birthDate)}</dd>
    </dl>`;
}

/** What, when and where: everything of a diploma but its title, its holder and its marks. */
export function diplomaFacts(diploma: AwardedDiploma, speech: DiplomaSpeech): TemplateResult {
  const { diploma: words } = speech.words;
  const { nlqf, eqf } = diploma.qualification;
  return html`
    <dl class="facts light" part="facts">
      <dt>${words.level}</dt>
      <dd>${wordOf(diploma.level, words.levels)}</dd>
      <dt>${words.awarded}</dt>
      <dd>${awardWords(diploma, speech)}</dd>
      <dt>${words.institution}</dt>
      <dd><bdi>${diploma.institution.name}</bdi>, <bdi>${diploma.institution.city}</bdi></dd>
      <dt>${words.qualification}</dt>
      <dd>${words.frameworks(nlqf, eqf)}</dd>
    </dl>`;
}
