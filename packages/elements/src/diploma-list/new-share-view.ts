import type { Diploma, NewShare, ShareRequest } from '@diplomaregister/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { problemLine } from '../problem/problem-line.ts';
import type { ActionState } from './action.ts';
import { chooseDiplomas, chosenDiplomas } from './choose-diplomas.ts';
import { failurePart } from './failure-part.ts';
import { panel } from './panel.ts';
import type { PanelSpeech } from './panel-speech.ts';
import { isWithin, type ShareTerm } from './share-term.ts';

/** What is wrong with the form of a new share. */
export type ShareProblem = 'no-diploma' | 'term' | 'receiver';

/** What the view needs. */
export interface NewShareViewOptions {
  readonly speech: PanelSpeech;
  readonly headingLevel: number;
  /** The diplomas that can be shared. */
  readonly diplomas: readonly Diploma[];
  /** The id of the diploma that it began with. */
  readonly first: string;
  readonly term: ShareTerm;
  readonly state: ActionState<NewShare>;
  readonly problem: ShareProblem | undefined;
  readonly onMake: (form: FormData) => void;
  readonly onBack: () => void;
}

/** The contract's rule for a trimmed receiver: at most 100 characters, none of control or markup. */
const receiverPattern = /^[^\p{Cc}<>]{0,100}$/u;

/** Reads the form: a request, or what is wrong with it. */
export function readShareForm(form: FormData, term: ShareTerm): ShareRequest | ShareProblem {
  const diplomaIds = chosenDiplomas(form);
  const expiresOn = String(form.get('expiresOn'));
  const receiver = String(form.get('receiver')).trim();
  if (diplomaIds.length === 0) return 'no-diploma';
  if (!isWithin(term, expiresOn)) return 'term';
  if (!receiverPattern.test(receiver)) return 'receiver';
  return { diplomaIds, expiresOn, marks: form.has('marks'), ...(receiver && { receiver }) };
}

/** Sharing: which diplomas, until when, for whom, with or without marks. */
export function newShareView(options: NewShareViewOptions): TemplateResult {
  const { speech, headingLevel, onBack } = options;
  const { back, panels } = speech.words.list;
  return panel({ title: panels.titles.share, headingLevel, back, onBack, body: formPart(options) });
}

function formPart(options: NewShareViewOptions): TemplateResult {
  const { speech, state, problem, diplomas } = options;
  const { newShare } = speech.words.panel;
  const running = state.phase === 'running';
  const submit = (event: SubmitEvent & { readonly currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    if (!running) options.onMake(new FormData(event.currentTarget));
  };
  return html`
    <form class="stack wide" novalidate autocomplete="off" @submit=${submit}>
      <p>${newShare.text}</p>
      ${chooseDiplomas(diplomas, options.first, speech, problem === 'no-diploma')}
      ${diplomas.some((diploma) => diploma.marks) ? marksPart(options) : nothing}
      ${termPart(options)}
      ${receiverPart(options)}
      <div role="alert">${state.phase === 'failed' ? failurePart(state.error, newShare.failed, options) : nothing}</div>
      <div class="actions">
        <button class="button" part="button button-primary" type="submit" aria-disabled=${running}>
          ${running ? newShare.making : newShare.make}
        </button>
      </div>
    </form>`;
}

function marksPart({ speech }: NewShareViewOptions): TemplateResult {
  const { newShare } = speech.words.panel;
  return html`
    <label class="choice" part="choice">
      <input type="checkbox" name="marks" />
      <span>${newShare.marks}<br /><span class="hint" part="hint">${newShare.marksHint}</span></span>
    </label>`;
}

function termPart({ speech, term, problem }: NewShareViewOptions): TemplateResult {
  const { newShare } = speech.words.panel;
  const last = speech.date(term.last);
  const wrong = problem === 'term';
  return html`
    <div class="tight">
      <label part="label" for="expires-on">${newShare.until}</label>
      <p class="hint" part="hint" id="expires-on-hint">${newShare.untilHint(last)}</p>
      <div id="expires-on-problem">${wrong ? problemLine(newShare.untilWrong(last)) : nothing}</div>
      <input class="input short" part="input" id="expires-on" name="expiresOn" type="date" value=${term.proposed} min=${term.first}
        max=${term.last} required aria-invalid=${wrong} aria-describedby="expires-on-hint expires-on-problem" />
    </div>`;
}

function receiverPart({ speech, problem }: NewShareViewOptions): TemplateResult {
  const { newShare } = speech.words.panel;
  const wrong = problem === 'receiver';
  return html`
    <div class="tight">
      <label part="label" for="receiver">${newShare.receiver}</label>
      <p class="hint" part="hint" id="receiver-hint">${newShare.receiverHint}</p>
      <div id="receiver-problem">${wrong ? problemLine(newShare.receiverWrong) : nothing}</div>
      <input class="input" part="input" id="receiver" name="receiver" type="text" aria-invalid=${wrong}
        aria-describedby="receiver-hint receiver-problem" />
    </div>`;
}
