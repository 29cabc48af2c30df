import type { CorrectionRequest, Diploma } from '@diplomaregister/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { dutchName } from '../diploma/dutch-name.ts';
import { wordOf } from '../diploma/word-of.ts';
import type { PanelSpeech } from '../diploma-list/panel-speech.ts';
import { isolate } from '../language/isolate.ts';

/** What the view needs. */
export interface CorrectionsViewOptions {
  readonly speech: PanelSpeech;
  readonly headingLevel: number;
  readonly diplomas: readonly Diploma[];
}

/** What was reported, how far it is, and what the institution answered: in Dutch, as it writes. */
export function correctionsView(
  requests: readonly CorrectionRequest[],
  options: CorrectionsViewOptions,
): TemplateResult {
  return html`
    <ul class="records">
      ${requests.map((request) => html`<li class="record" part="correction-request">${requestPart(request, options)}</li>`)}
    </ul>`;
}

function requestPart(
  request: CorrectionRequest,
  { speech, headingLevel, diplomas }: CorrectionsViewOptions,
): TemplateResult {
  const { corrections: words } = speech.words.panel;
  const { answer, changedAt, createdAt, institution, reason, status, text } = request;
  const diploma =
    reason === 'wrong' ? diplomas.find(({ id }) => id === request.diplomaId) : undefined;
  const tone = status === 'done' ? 'good' : status === 'refused' ? 'bad' : '';
  return html`
    <div class="head">
      <div class="subtitle" role="heading" aria-level=${headingLevel + 1}>${words.about[reason]}</div>
      <span class="tag ${tone}" part="state">${wordOf(status, words.states)}</span>
    </div>
    ${diploma ? html`<p>${dutchName(diploma.programme, speech)}</p>` : nothing}
    <p class="hint" part="hint">${words.sentOn(speech.day(createdAt), isolate(institution.name))}</p>
    <dl class="talk">
      <dt>${words.own}</dt>
      <dd dir="auto">${text}</dd>
      ${
        answer === undefined
          ? nothing
          : html`<dt>${words.answer(speech.day(changedAt))}</dt><dd class="answer" part="answer" dir="auto" lang="nl">${answer}</dd>`
      }
    </dl>`;
}
