import type { ListedInstitution } from '@diplomaregister/contract';
import type { Page } from '@diplomaregister/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { problemLine } from '../problem/problem-line.ts';
import type { ReportViewOptions } from './report-view.ts';

type InstitutionFieldOptions = Pick<ReportViewOptions, 'speech' | 'problems' | 'found' | 'onFind'>;

/** Which institution should have delivered the diploma: found by words, then chosen. */
export function institutionField(options: InstitutionFieldOptions): TemplateResult {
  const { speech, problems, found, onFind } = options;
  const { corrections } = speech.words.panel;
  const { institution: words } = corrections;
  const { institution: problem } = problems;
  const running = found.phase === 'running';
  const find = (field: HTMLInputElement | null) => {
    const search = field?.value.trim();
    if (search && !running) onFind(search);
  };
  const pressed = (event: KeyboardEvent & { readonly currentTarget: HTMLInputElement }) => {
    if (event.key !== 'Enter') return;
    // Enter in this field finds; it does not send the form.
    event.preventDefault();
    find(event.currentTarget);
  };
  const clicked = ({ currentTarget }: Event & { readonly currentTarget: HTMLElement }) =>
    find(currentTarget.parentElement?.querySelector('input') ?? null);
  return html`
    <div class="tight">
      <label part="label" for="report-institution">${words.label}</label>
      <p class="hint" part="hint" id="report-institution-hint">${words.hint}</p>
      <div id="report-institution-problem">${problem ? problemLine(corrections.problems.institution[problem]) : nothing}</div>
      <div class="find">
        <input class="input" part="input" id="report-institution" type="text" maxlength="100" enterkeyhint="search" spellcheck="false"
          aria-invalid=${problem !== undefined} aria-describedby="report-institution-hint report-institution-problem" @keydown=${pressed} />
        <button class="button plain" part="button" type="button" aria-disabled=${running} @click=${clicked}>
          ${running ? words.finding : words.find}
        </button>
      </div>
      <div role="alert">${found.phase === 'failed' ? problemLine(words.failed) : nothing}</div>
      ${found.phase === 'done' ? foundPart(found.value, options) : nothing}
    </div>`;
}

function foundPart(
  { items, hasMore }: Page<ListedInstitution>,
  { speech }: InstitutionFieldOptions,
): TemplateResult {
  const { institution: words } = speech.words.panel.corrections;
  if (items.length === 0) return html`<p class="soft">${words.none}</p>`;
  return html`
    <fieldset class="institutions" part="institutions">
      <legend class="label" part="label">${words.legend}</legend>
      ${
        // What was chosen among others is no choice among these.
        keyed(
          items,
          html`${items.map(
            ({ code, name, city }) => html`
          <label class="choice" part="choice">
            <input type="radio" name="institution" value=${code} ?checked=${items.length === 1} />
            <span><bdi>${name}</bdi>, <bdi>${city}</bdi></span>
          </label>`,
          )}`,
        )
      }
      ${hasMore ? html`<p class="hint" part="hint">${words.more}</p>` : nothing}
    </fieldset>`;
}
