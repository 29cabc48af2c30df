import { html, nothing, type TemplateResult } from 'lit';
import { awardKey } from '../diploma/award.ts';
import { spokenName } from '../diploma/dutch-name.ts';
import { wordOf } from '../diploma/word-of.ts';
import { problemLine } from '../problem/problem-line.ts';
import type { ReportViewOptions } from './report-view.ts';

/** In which diploma something is wrong. */
export function diplomaField({
  speech,
  diplomas,
  first,
  problems,
}: Pick<ReportViewOptions, 'speech' | 'diplomas' | 'first' | 'problems'>): TemplateResult {
  const { panel, diploma: words } = speech.words;
  const { corrections } = panel;
  const { diploma: problem } = problems;
  return html`
    <div class="tight">
      <label part="label" for="report-diploma">${corrections.diploma}</label>
      <div id="report-diploma-problem">${problem ? problemLine(corrections.problems.diploma[problem]) : nothing}</div>
      <select class="input" part="input" id="report-diploma" name="diploma" aria-invalid=${problem !== undefined}
        aria-describedby="report-diploma-problem">
        <option value="">${corrections.chooseDiploma}</option>
        ${diplomas.map(({ id, level, programme, ...award }) => {
          const { name, lang } = spokenName(programme, speech);
          return html`
          <option value=${id} lang=${lang ?? nothing} ?selected=${id === first}>
            ${name} (${wordOf(level, words.levels)}, ${awardKey(award).slice(0, 4)})
          </option>`;
        })}
      </select>
    </div>`;
}
