import type { Diploma, Share } from '@diplomaregister/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { fullName } from '../diploma/name.ts';
import type { ActionState } from './action.ts';
import { diplomasView } from './diplomas-view.ts';
import type { SignIn } from './holder-register.ts';
import type { ListSpeech } from './list-speech.ts';
import { message } from './message.ts';
import { moreView } from './more-view.ts';
import type { PanelRequest } from './panel-request.ts';
import { retryPart } from './retry-part.ts';
import { sharesView } from './shares-view.ts';
import { signInPart } from './sign-in-part.ts';

/** What the view needs. */
export interface OverviewOptions {
  readonly speech: ListSpeech;
  readonly headingLevel: number;
  readonly signIn: SignIn;
  readonly diplomas: ActionState<readonly Diploma[]>;
  readonly shares: ActionState<readonly Share[]>;
  readonly revocation: ActionState<string>;
  readonly open: ReadonlySet<string>;
  readonly confirming: string | undefined;
  /** Help for who misses a diploma, while it is open. */
  readonly missing: TemplateResult | false;
  readonly onReload: () => void;
  readonly onToggle: (diploma: Diploma) => void;
  readonly onOpen: (request: PanelRequest, origin: string) => void;
  readonly onMissing: (open: boolean) => void;
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
function ownerLine({ speech, diplomas, signIn }: OverviewOptions): TemplateResult | typeof nothing {
  if (signIn !== 'signed-in' || diplomas.phase !== 'done' || diplomas.value.length === 0)
    return nothing;
  const names = new Set(diplomas.value.map(({ holder }) => fullName(holder)));
  const [name] = names;
  return html`
    <p class="soft">
      ${names.size === 1 ? html`<bdi>${name}</bdi> · ` : nothing}${speech.plural(diplomas.value.length, speech.words.list.count)}
    </p>`;
}

function content(options: OverviewOptions): TemplateResult {
  const { speech, headingLevel, diplomas, signIn } = options;
  const words = speech.words.list;
  if (signIn !== 'signed-in') {
    return signInPart(signIn, speech, headingLevel + 1);
  }
  switch (diplomas.phase) {
    case 'idle':
    case 'running':
      return skeleton(speech);
    case 'failed':
      return html`
        <div role="alert">${message(words.failed, headingLevel + 1)}</div>
        <div class="actions">
          <button class="button" part="button button-primary" type="button" @click=${options.onReload}>${words.failed.retry}</button>
        </div>`;
    case 'done':
      return html`
        ${
          diplomas.value.length === 0
            ? message(words.empty, headingLevel + 1)
            : [
                diplomasView(diplomas.value, options),
                sharesView({ ...options, diplomas: diplomas.value, state: options.shares }),
              ]
        }
        ${moreView(options)}`;
  }
}

/** In the place of a part whose code is on its way. */
export function loadingPart(
  { phase }: ActionState<unknown>,
  speech: ListSpeech,
  onRetry: () => void,
): TemplateResult {
  const { panels } = speech.words.list;
  return phase === 'failed'
    ? retryPart(panels.failed, speech, onRetry)
    : html`<p class="soft">${panels.loading}</p>`;
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
