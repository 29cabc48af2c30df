import type { Mark, SubjectMark } from '@diplomaregister/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { DiplomaWords, MarkWord } from '../language/diploma-words.ts';
import type { DiplomaSpeech } from './diploma-speech.ts';
import { dutchName } from './dutch-name.ts';

/** The marks of a diploma: each subject with its exams and its final mark. */
export function marksTable(marks: readonly SubjectMark[], speech: DiplomaSpeech): TemplateResult {
  const { marks: words } = speech.words.diploma;
  const exams = marks.some((mark) => mark.schoolExam ?? mark.centralExam);
  const head = (name: string) => html`<th role="columnheader" scope="col">${name}</th>`;
  const cell = (mark: Mark | undefined) =>
    html`<td role="cell">${mark === undefined ? html`<span class="visually-hidden">${words.none}</span>` : markWords(mark, speech)}</td>`;
  // On a narrow screen the rows are no rows of a table to every browser: the roles say that they are.
  return html`
    <table class="marks" part="marks" role="table">
      <caption>${words.title}${exams ? html` <span class="hint" part="legend">${words.legend}</span>` : nothing}</caption>
      <thead role="rowgroup">
        <tr role="row">
          ${head(words.subject)}
          ${exams ? [head(words.schoolExam), head(words.centralExam)] : nothing}
          ${head(words.final)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${marks.map(
          ({ subject, schoolExam, centralExam, final }) => html`
            <tr role="row">
              <th role="rowheader" scope="row">${dutchName(subject, speech)}</th>
              ${
                exams && !schoolExam && !centralExam
                  ? // A word alone, such as "voldoende", would make the column of marks wide.
                    html`<td role="cell" colspan="3">${markWords(final, speech)}</td>`
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
