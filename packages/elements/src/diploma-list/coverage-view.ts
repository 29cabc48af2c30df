import { html, type TemplateResult } from 'lit';
import type { ListWords } from '../language/list-words.ts';

/** Which diplomas are in the register, for who misses one. */
export function coverageView({ coverage }: ListWords, open: boolean): TemplateResult {
  return html`
    <details class="coverage" part="coverage" ?open=${open}>
      <summary>${coverage.question}</summary>
      <div class="stack">
        <p>${coverage.inRegister}</p>
        <ul class="kinds">
          ${coverage.kinds.map((kind) => html`<li>${kind}</li>`)}
        </ul>
        <p>${coverage.notInRegister}</p>
        <p>${coverage.notYet}</p>
      </div>
    </details>`;
}
