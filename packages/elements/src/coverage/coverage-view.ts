import type { Coverage } from '@diplomaregister/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { PanelSpeech } from '../diploma-list/panel-speech.ts';
import type { CoverageWords } from '../language/coverage-words.ts';
import type { CoverageAnswer, DiplomaKind } from './coverage-answer.ts';

/** What the view needs. */
export interface CoverageViewOptions {
  readonly speech: PanelSpeech;
  readonly coverage: Coverage;
  readonly kind: DiplomaKind | undefined;
  /** As it was typed. */
  readonly year: string;
  readonly answer: CoverageAnswer | undefined;
  readonly onKind: (kind: DiplomaKind | undefined) => void;
  readonly onYear: (year: string) => void;
  readonly onReport: () => void;
}

/** Asks kind and year and answers at once, above the table of all kinds. */
export function coverageView(options: CoverageViewOptions): TemplateResult {
  const { speech, year, answer, onYear, onReport } = options;
  const { coverage: words } = speech.words.panel;
  const typed = ({ currentTarget }: Event & { readonly currentTarget: HTMLInputElement }) =>
    onYear(currentTarget.value.trim());
  return html`
    <p>${words.text}</p>
    <div class="questions">
      <div class="tight">
        <label part="label" for="kind">${words.kind}</label>
        ${kindPart(options)}
      </div>
      <div class="tight">
        <label part="label" for="year">${words.year}</label>
        <input class="input year" part="input" id="year" type="text" inputmode="numeric" maxlength="4"
          autocomplete="off" .value=${year} @input=${typed} />
      </div>
    </div>
    <div role="status">${answerPart(options)}</div>
    ${
      answer?.outcome === 'too-early' || answer?.outcome === 'elsewhere'
        ? nothing
        : html`<div class="actions"><button class="button plain" part="button" type="button" id="report-missing" @click=${onReport}>${words.report}</button></div>`
    }
    ${tablePart(options)}`;
}

function kindPart({ speech, coverage, kind, onKind }: CoverageViewOptions): TemplateResult {
  const { coverage: words } = speech.words.panel;
  const all = knownKinds(coverage, words);
  const chosen = ({ currentTarget }: Event & { readonly currentTarget: HTMLSelectElement }) =>
    onKind(all.find((each) => each === currentTarget.value));
  return html`
    <select class="input" part="input" id="kind" @change=${chosen}>
      <option value="" ?selected=${kind === undefined}>${words.chooseKind}</option>
      ${all.map((each) => html`<option value=${each} ?selected=${each === kind}>${words.kinds[each]}</option>`)}
    </select>`;
}

function answerPart({ speech, answer }: CoverageViewOptions): TemplateResult | typeof nothing {
  if (!answer) return nothing;
  const { coverage: words } = speech.words.panel;
  const notYet = answer.outcome === 'covered' && answer.recent;
  return html`
    <div class="answer tight" part="answer">
      <p>${sayAnswer(answer, words)}</p>
      ${notYet ? html`<p>${words.notYet}</p>` : nothing}
    </div>`;
}

function sayAnswer(answer: CoverageAnswer, { answers }: CoverageWords): string {
  switch (answer.outcome) {
    case 'covered':
      return answers.covered(answer);
    case 'publicly-funded-only':
      return answers['publicly-funded-only'](answer);
    case 'too-early':
      return answers['too-early'](answer);
    case 'elsewhere':
      return answers.elsewhere(answer);
    case 'year-impossible':
      return answers['year-impossible'](answer);
  }
}

function tablePart({ speech, coverage }: CoverageViewOptions): TemplateResult {
  const { coverage: words } = speech.words.panel;
  const { table, kinds } = words;
  const cell = (year: number | undefined) =>
    html`<td>${year ?? html`<span class="soft">${table.none}</span>`}</td>`;
  const elsewhere = coverage.elsewhere.filter((kind) => isKnown(kind, words));
  return html`
    <details class="years">
      <summary>${table.open}</summary>
      <div class="stack">
        <table>
          <caption>${table.caption}</caption>
          <thead>
            <tr>
              <th scope="col">${table.kind}</th>
              <th scope="col">${table.publiclyFunded}</th>
              <th scope="col">${table.private}</th>
            </tr>
          </thead>
          <tbody>
            ${coverage.kinds
              .filter(({ kind }) => isKnown(kind, words))
              .map(
                ({ kind, publiclyFundedFrom, privateFrom }) => html`
                  <tr>
                    <th scope="row">${kinds[kind]}</th>
                    ${cell(publiclyFundedFrom)} ${cell(privateFrom)}
                  </tr>`,
              )}
          </tbody>
        </table>
        <p>${table.elsewhere} ${elsewhere.map((kind) => kinds[kind]).join(', ')}.</p>
      </div>
    </details>`;
}

/** The kinds that the register names; a later contract may name some for which there are no words. */
function knownKinds(coverage: Coverage, words: CoverageWords): readonly DiplomaKind[] {
  const named: readonly DiplomaKind[] = [
    ...coverage.kinds.map(({ kind }) => kind),
    ...coverage.elsewhere,
  ];
  return named.filter((kind) => isKnown(kind, words));
}

function isKnown(kind: DiplomaKind, { kinds }: CoverageWords): boolean {
  return Object.hasOwn(kinds, kind);
}
