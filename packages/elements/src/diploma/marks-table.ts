import type { Mark, SubjectMark } from '@diplomaregister/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { DiplomaWords, MarkWord } from '../language/diploma-words.ts';
import type { DiplomaSpeech } from './diploma-speech.ts';
import { dutchName } from './dutch-name.ts';

/** The marks of a diploma: each subject with its exams and its final mark. */
export function marksTable(marks: readonly SubjectMark[], speech: DiplomaSpeech): TemplateResult {
  const { marks: words } = speech.words.diploma;
  const exams = marks.some((mark) => mark.schoolExam ?? mark.centralExam);
  const head = (short: string) => html`<th scope="col">${short}</th>`;
  const cell = (mark: Mark | undefined) =>
    html`<td>${mark === undefined ? html`<span class="visually-hidden">${words.none}</span>` : markWords(mark, speech)}</td>`;
  return html`
    <table part="marks">
      <caption>${words.title}${exams ? html` <span class="hint" part="legend">${words.legend}</span>` : nothing}</caption>
      <thead>
        <tr>
          <th scope="col">${words.subject}</th>
          ${exams ? [head(words.schoolExam), head(words.centralExam)] : nothing}
          <th scope="col">${words.final}</th>
        </tr>
      </thead>
      <tbody>
        ${marks.map(
          ({ subject, schoolExam, centralExam, final }) => html`
            <tr>
              <th scope="row">${dutchName(subject, speech)}</th>
              ${
                exams && !schoolExam && !centralExam
                  ? // A word alone, such as "voldoende", would make the column of marks wide.
                    html`<td colspan="3">${markWords(final, speech)}</td>`
                  : [exams ? [cell(schoolExam), cell(centralExam)] : nothing, cell(final)]
              }
            </tr>`,
        )}
      </tbody>
    </table>`;
}

function markWords(mark: Mark, speech: DiplomaSpeech): string {
  const { words } = speech.words.diploma.marks;
  return isMarkWord(mark, words) ? words[mark] : speech.decimal(mark);
}

function isMarkWord(mark: Mark, words: DiplomaWords['marks']['words']): mark is MarkWord {
  return Object.hasOwn(words, mark);
}
