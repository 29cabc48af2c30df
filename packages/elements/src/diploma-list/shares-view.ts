import type { Diploma, Share } from '@diplomaregister/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { dutchName } from '../diploma/dutch-name.ts';
import { wordOf } from '../diploma/word-of.ts';
import type { ActionState } from './action.ts';
import { failurePart } from './failure-part.ts';
import type { ListSpeech } from './list-speech.ts';
import { retryPart } from './retry-part.ts';

/** What the view needs. */
export interface SharesViewOptions {
  readonly speech: ListSpeech;
  readonly headingLevel: number;
  readonly diplomas: readonly Diploma[];
  readonly state: ActionState<readonly Share[]>;
  readonly revocation: ActionState<string>;
  /** The id of the share that is about to be withdrawn. */
  readonly confirming: string | undefined;
  readonly onConfirm: (share: Share | undefined) => void;
  readonly onRevoke: (share: Share) => void;
  readonly onReload: () => void;
}

/** What the holder shares and shared, and the way to withdraw it. */
export function sharesView(options: SharesViewOptions): TemplateResult {
  const { speech, headingLevel } = options;
  return html`
    <section class="shares stack" part="shares">
      <div class="sector-title" part="shares-title" role="heading" aria-level=${headingLevel + 1} tabindex="-1" id="shares">
        ${speech.words.list.shares.title}
      </div>
      ${content(options)}
    </section>`;
}

function content(options: SharesViewOptions): TemplateResult | typeof nothing {
  const { speech, state, onReload } = options;
  const { shares } = speech.words.list;
  switch (state.phase) {
    case 'idle':
    case 'running':
      return nothing;
    case 'failed':
      return retryPart(shares.failed, speech, onReload);
    case 'done':
      return state.value.length === 0
        ? html`<p class="soft">${shares.none}</p>`
        : html`<ul>${state.value.map((share) => html`<li class="share stack" part="share">${sharePart(share, options)}</li>`)}</ul>`;
  }
}

function sharePart(share: Share, options: SharesViewOptions): TemplateResult {
  const { speech, diplomas, confirming, onConfirm } = options;
  const { shares } = speech.words.list;
  const shown = diplomas.filter(({ id }) => share.diplomaIds.includes(id));
  const active = share.state === 'active';
  const receiver = share.receiver ?? shares.noReceiver;
  return html`
    <div class="head">
      <div class="tight">
        <p class="receiver"><bdi>${receiver}</bdi> ${active ? nothing : html`<span class="tag" part="state">${wordOf(share.state, shares.states)}</span>`}</p>
        <p>
          ${shown.map((diploma, index) => [index > 0 ? ', ' : '', dutchName(diploma.programme, speech)])}${
            shown.some((diploma) => diploma.marks)
              ? `, ${share.marks ? shares.withMarks : shares.withoutMarks}`
              : ''
          }
        </p>
        <p class="hint" part="hint">${shares.until(speech.date(share.expiresOn))} · ${openedWords(share, speech)}</p>
      </div>
      ${
        active && confirming !== share.id
          ? html`<button class="button quiet" part="button" type="button" id="revoke-${share.id}"
              @click=${() => onConfirm(share)}>${shares.revoke}<span class="visually-hidden"> <bdi>${receiver}</bdi></span></button>`
          : nothing
      }
    </div>
    ${active && confirming === share.id ? confirmPart(share, options) : nothing}`;
}

function openedWords({ timesOpened, lastOpenedAt }: Share, speech: ListSpeech): string {
  const { shares } = speech.words.list;
  if (timesOpened === 0) return shares.neverOpened;
  const opened = speech.plural(timesOpened, shares.opened);
  return lastOpenedAt ? `${opened}, ${shares.lastOpened(speech.day(lastOpenedAt))}` : opened;
}

function confirmPart(share: Share, options: SharesViewOptions): TemplateResult {
  const { speech, revocation, onConfirm, onRevoke } = options;
  const { shares } = speech.words.list;
  const running = revocation.phase === 'running';
  return html`
    <div class="confirm stack" part="confirm" role="group" aria-labelledby="confirm-words">
      <p id="confirm-words">${shares.confirm}</p>
      <div role="alert">${revocation.phase === 'failed' ? failurePart(revocation.error, shares.revokeFailed, options) : nothing}</div>
      <div class="actions">
        <button class="button" part="button button-primary" type="button" id="confirm-revoke" aria-disabled=${running}
          @click=${() => running || onRevoke(share)}>${running ? shares.revoking : shares.yes}</button>
        <button class="button plain" part="button" type="button" aria-disabled=${running} @click=${() => onConfirm(undefined)}>${shares.no}</button>
      </div>
    </div>`;
}
