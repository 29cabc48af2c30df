import type { Diploma, ExtractRequest, Language } from '@diplomaregister/contract';
import type { SealedExtract } from '@diplomaregister/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { ActionState } from './action.ts';
import { chooseDiplomas, chosenDiplomas } from './choose-diplomas.ts';
import { failurePart } from './failure-part.ts';
import { panel } from './panel.ts';
import type { PanelSpeech } from './panel-speech.ts';

/** What the view needs. */
export interface ExtractViewOptions {
  readonly speech: PanelSpeech;
  readonly headingLevel: number;
  /** The diplomas that can be in an extract. */
  readonly diplomas: readonly Diploma[];
  /** The id of the diploma that it began with. */
  readonly first: string;
  readonly state: ActionState<SealedExtract>;
  /** Nothing was chosen. */
  readonly problem: boolean;
  /** It is in the browser's downloads: the host page did nothing else with it. */
  readonly saved: boolean;
  readonly onMake: (request: ExtractRequest) => void;
  readonly onBack: () => void;
}

const languages: readonly Language[] = ['nl', 'en'];

/** Downloading: which diplomas, in which language. */
export function extractView(options: ExtractViewOptions): TemplateResult {
  const { speech, headingLevel, state } = options;
  const { list, panel: words } = speech.words;
  const title = state.phase === 'done' ? words.extract.doneTitle : list.panels.titles.download;
  const body = state.phase === 'done' ? donePart(state.value, options) : formPart(options);
  return panel({ title, headingLevel, back: list.back, onBack: options.onBack, body });
}

function formPart(options: ExtractViewOptions): TemplateResult {
  const { speech, state } = options;
  const { extract } = speech.words.panel;
  const running = state.phase === 'running';
  const spoken = new Intl.Locale(speech.locale).language;
  const submit = (event: SubmitEvent & { readonly currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    if (running) return;
    const form = new FormData(event.currentTarget);
    options.onMake({
      diplomaIds: chosenDiplomas(form),
      language: form.get('language') === 'en' ? 'en' : 'nl',
    });
  };
  return html`
    <form class="stack wide" novalidate @submit=${submit}>
      <p>${extract.text}</p>
      ${chooseDiplomas(options.diplomas, options.first, speech, options.problem)}
      <fieldset part="language">
        <legend class="subtitle" part="label">${extract.language}</legend>
        <div class="choices">
          ${languages.map(
            (language) => html`
              <label class="choice" part="choice">
                <input type="radio" name="language" value=${language} ?checked=${language === (spoken === 'nl' ? 'nl' : 'en')} />
                <span>${extract.languages[language]}</span>
              </label>`,
          )}
        </div>
      </fieldset>
      <div role="alert">${state.phase === 'failed' ? failurePart(state.error, extract.failed, options) : nothing}</div>
      <div class="actions">
        <button class="button" part="button button-primary" type="submit" aria-disabled=${running}>
          ${running ? extract.making : extract.make}
        </button>
      </div>
    </form>`;
}

function donePart(
  { number }: SealedExtract,
  { speech, saved, onBack }: ExtractViewOptions,
): TemplateResult {
  const { extract, shared } = speech.words.panel;
  return html`
    <div class="stack wide">
      ${saved ? html`<p>${extract.done}</p>` : nothing}
      <p class="number" part="number"><bdi>${number}</bdi></p>
      <p class="note" part="note">${extract.keep}</p>
      <div class="actions">
        <button class="button" part="button button-primary" type="button" @click=${onBack}>${shared.done}</button>
      </div>
    </div>`;
}
