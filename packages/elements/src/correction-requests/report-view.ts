import type { CorrectionRequest, Diploma, ListedInstitution } from '@diplomaregister/contract';
import {
  type ApiError,
  ForbiddenError,
  type Page,
  TooManyRequestsError,
  UnauthorizedError,
} from '@diplomaregister/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { ActionState } from '../diploma-list/action.ts';
import type { PanelSpeech } from '../diploma-list/panel-speech.ts';
import { isolate } from '../language/isolate.ts';
import { problemLine } from '../problem/problem-line.ts';
import { diplomaField } from './diploma-field.ts';
import { institutionField } from './institution-field.ts';
import { type ReportProblems, refusedFields } from './report-form.ts';

/** What the view needs. */
export interface ReportViewOptions {
  readonly speech: PanelSpeech;
  readonly diplomas: readonly Diploma[];
  /** The id of the diploma that it began with. */
  readonly first: string | undefined;
  readonly reason: CorrectionRequest['reason'];
  readonly problems: ReportProblems;
  readonly found: ActionState<Page<ListedInstitution>>;
  readonly state: ActionState<CorrectionRequest>;
  readonly onReason: (reason: CorrectionRequest['reason']) => void;
  readonly onFind: (search: string) => void;
  readonly onSend: (form: FormData) => void;
}

const reasons = ['wrong', 'missing'] as const;

/** The form of a report: what is the matter, with which diploma or school, and in which words. */
export function reportView(options: ReportViewOptions): TemplateResult {
  const { speech, state, reason, diplomas } = options;
  const { corrections: words } = speech.words.panel;
  const running = state.phase === 'running';
  const submit = (event: SubmitEvent & { readonly currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    if (!running) options.onSend(new FormData(event.currentTarget));
  };
  return html`
    <form class="stack wide" novalidate autocomplete="off" @submit=${submit}>
      <p>${words.text}</p>
      ${
        diplomas.length > 0
          ? reasonPart(options)
          : html`<input type="hidden" name="reason" value="missing" />`
      }
      ${reason === 'wrong' ? diplomaField(options) : institutionField(options)}
      ${textPart(options)}
      <p class="note" part="note">${words.bsn}</p>
      <div role="alert">${state.phase === 'failed' ? failure(state.error, speech) : nothing}</div>
      <div class="actions">
        <button class="button" part="button button-primary" type="submit" aria-disabled=${running}>
          ${running ? words.sending : words.send}
        </button>
      </div>
    </form>`;
}

function reasonPart({ speech, reason, onReason }: ReportViewOptions): TemplateResult {
  const { corrections: words } = speech.words.panel;
  return html`
    <fieldset>
      <legend class="subtitle" part="label">${words.reason}</legend>
      ${reasons.map(
        (each) => html`
          <label class="choice" part="choice">
            <input type="radio" name="reason" value=${each} .checked=${each === reason} @change=${() => onReason(each)} />
            <span>${words.reasons[each]}</span>
          </label>`,
      )}
    </fieldset>`;
}

function textPart({ speech, reason, problems }: ReportViewOptions): TemplateResult {
  const { corrections: words } = speech.words.panel;
  const { text: problem } = problems;
  return html`
    <div class="tight">
      <label part="label" for="report-text">${words.message[reason]}</label>
      <p class="hint" part="hint" id="report-text-hint">${words.messageHint[reason]}</p>
      <div id="report-text-problem">${problem ? problemLine(words.problems.text[problem]) : nothing}</div>
      <textarea class="input" part="input" id="report-text" name="text" rows="5"
        aria-invalid=${problem !== undefined} aria-describedby="report-text-hint report-text-problem"></textarea>
    </div>`;
}

/** Why it was not sent, where no field is to blame. */
function failure(error: unknown, speech: PanelSpeech): TemplateResult | typeof nothing {
  const { panel } = speech.words;
  const { corrections: words } = panel;
  if (Object.keys(refusedFields(error)).length > 0) return nothing;
  if (error instanceof UnauthorizedError) return problemLine(words.signedOut);
  if (error instanceof ForbiddenError) return problemLine(panel.notAllowed);
  if (!isTooMany(error)) return problemLine(words.failed);
  const { retryAfter } = error;
  if (retryAfter === undefined) return problemLine(words.tooManyToday);
  const again = new Date(Date.now() + retryAfter).toISOString();
  return problemLine(words.tooMany(speech.moment(again)));
}

/** Whether the holder sent as many reports as the register takes in a day. */
function isTooMany(error: unknown): error is ApiError {
  return error instanceof TooManyRequestsError && error.code === 'too-many-correction-requests';
}

/** What the word that it was sent needs. */
export interface SentViewOptions {
  readonly speech: PanelSpeech;
  readonly onAll: () => void;
  readonly onDone: () => void;
}

/** The word that it was sent, and to whom. */
export function sentView(
  { institution }: CorrectionRequest,
  { speech, onAll, onDone }: SentViewOptions,
): TemplateResult {
  const { corrections, shared } = speech.words.panel;
  return html`
    <p>${corrections.sent(isolate(institution.name))}</p>
    <div class="actions">
      <button class="button" part="button button-primary" type="button" @click=${onDone}>${shared.done}</button>
      <button class="button quiet" part="button" type="button" @click=${onAll}>${corrections.all}</button>
    </div>`;
}
