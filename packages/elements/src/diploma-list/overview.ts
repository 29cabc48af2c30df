import type { Diploma, Share } from '@diplomaregister/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { fullName } from '../diploma/name.ts';
import type { ActionState } from './action.ts';
import { coverageView } from './coverage-view.ts';
import { diplomasView } from './diplomas-view.ts';
import type { ListSpeech } from './list-speech.ts';
import { sharesView } from './shares-view.ts';

/** What the view needs. */
export interface OverviewOptions {
  readonly speech: ListSpeech;
  readonly headingLevel: number;
  readonly signedOut: boolean;
  readonly diplomas: ActionState<readonly Diploma[]>;
  readonly shares: ActionState<readonly Share[]>;
  readonly revocation: ActionState<string>;
  readonly open: ReadonlySet<string>;
  readonly confirming: string | undefined;
  readonly onReload: () => void;
  readonly onToggle: (diploma: Diploma) => void;
  readonly onDownload: (diploma: Diploma) => void;
  readonly onShare: (diploma: Diploma) => void;
  readonly onConfirm: (share: Share | undefined) => void;
  readonly onRevoke: (share: Share) => void;
}

/** Diplomas and shares, or why there is nothing to see. */
export function overview(options: OverviewOptions): TemplateResult {
  const { speech, headingLevel } = options;
  return html`
    <div class="stack wide">
      <div class="top">
        <div class="title" part="title" role="heading" aria-level=${headingLevel} tabindex="-1">${speech.words.list.title}</div>
        ${ownerLine(options)}
      </div>
      ${content(options)}
    </div>`;
}

/** Whose diplomas they are and how many, where that is one name. */
function ownerLine({
  speech,
  diplomas,
  signedOut,
}: OverviewOptions): TemplateResult | typeof nothing {
  if (signedOut || diplomas.phase !== 'done' || diplomas.value.length === 0) return nothing;
  const names = new Set(diplomas.value.map(({ holder }) => fullName(holder)));
  const [name] = names;
  return html`
    <p class="soft">
      ${names.size === 1 ? html`<bdi>${name}</bdi> · ` : nothing}${speech.plural(diplomas.value.length, speech.words.list.count)}
    </p>`;
}

function content(options: OverviewOptions): TemplateResult {
  const { speech, diplomas, signedOut } = options;
  const words = speech.words.list;
  if (signedOut) {
    return html`${message(words.signedOut, options)}<slot name="signed-out"></slot>`;
  }
  switch (diplomas.phase) {
    case 'idle':
    case 'running':
      return skeleton(speech);
    case 'failed':
      return html`
        <div role="alert">${message(words.failed, options)}</div>
        <div class="actions">
          <button class="button" part="button button-primary" type="button" @click=${options.onReload}>${words.failed.retry}</button>
        </div>`;
    case 'done':
      return diplomas.value.length === 0
        ? html`${message(words.empty, options)} ${coverageView(words, true)}`
        : html`
            ${diplomasView(diplomas.value, options)}
            ${sharesView({ ...options, diplomas: diplomas.value, state: options.shares })}
            ${coverageView(words, false)}`;
  }
}

function message(
  { title, text }: { readonly title: string; readonly text: string },
  { headingLevel }: OverviewOptions,
): TemplateResult {
  return html`
    <div class="message tight" part="message">
      <div class="subtitle" role="heading" aria-level=${headingLevel + 1}>${title}</div>
      <p>${text}</p>
    </div>`;
}

/** The shape of what is to come. */
function skeleton(speech: ListSpeech): TemplateResult {
  const bones = [0, 1, 2].map(
    () =>
      html`<div class="diploma"><div class="bone"></div><div class="bone short"></div><div class="bone tall"></div></div>`,
  );
  return html`
    <p class="soft">${speech.words.list.loading}</p>
    <div class="skeleton" aria-hidden="true">${bones}</div>`;
}
