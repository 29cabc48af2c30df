import type { Diploma } from '@diplomaregister/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { awardWords } from '../diploma/award.ts';
import { dutchName } from '../diploma/dutch-name.ts';
import { wordOf } from '../diploma/word-of.ts';
import { problemLine } from '../problem/problem-line.ts';
import type { PanelSpeech } from './panel-speech.ts';

/**
 * The diplomas that go along, as fields named `diploma`: the one that it began with, and the others
 * behind a disclosure, so that the common case stays calm.
 */
export function chooseDiplomas(
  diplomas: readonly Diploma[],
  first: string,
  speech: PanelSpeech,
  problem: boolean,
): TemplateResult {
  const { choose } = speech.words.panel;
  const others = diplomas.filter(({ id }) => id !== first);
  return html`
    <fieldset part="choose" aria-describedby="choose-problem">
      <legend class="subtitle" part="label">${choose.legend}</legend>
      <div id="choose-problem" role="alert">${problem ? problemLine(choose.none) : nothing}</div>
      ${diplomas.filter(({ id }) => id === first).map((diploma) => option(diploma, true, speech))}
      ${
        others.length > 0
          ? html`<details class="others"><summary>${choose.more}</summary>${others.map((diploma) => option(diploma, false, speech))}</details>`
          : nothing
      }
    </fieldset>`;
}

function option(diploma: Diploma, checked: boolean, speech: PanelSpeech): TemplateResult {
  return html`
    <label class="choice" part="choice">
      <input type="checkbox" name="diploma" value=${diploma.id} ?checked=${checked} />
      <span>
        ${dutchName(diploma.programme, speech)}<br />
        <span class="hint" part="hint">${wordOf(diploma.level, speech.words.diploma.levels)}, ${awardWords(diploma, speech)}</span>
      </span>
    </label>`;
}

/** The ids that were chosen in a form with {@link chooseDiplomas}. */
export function chosenDiplomas(form: FormData): readonly string[] {
  return form.getAll('diploma').map(String);
}
