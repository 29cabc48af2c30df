import { html, type TemplateResult } from 'lit';
import { forwardIcon } from '../icons/icons.ts';
import type { ListSpeech } from './list-speech.ts';
import type { PanelRequest } from './panel-request.ts';

/** What the view needs. */
export interface MoreViewOptions {
  readonly speech: ListSpeech;
  /** Help for who misses a diploma, while it is open. */
  readonly missing: TemplateResult | false;
  readonly onOpen: (request: PanelRequest, origin: string) => void;
  readonly onMissing: (open: boolean) => void;
}

/** Below the diplomas: help for who misses one, who looked, and what was reported. */
export function moreView(options: MoreViewOptions): TemplateResult {
  return html`
    <div class="more" part="more">
      ${missingPart(options)} ${linkPart('access-records', options)}
      ${linkPart('correction-requests', options)}
    </div>`;
}

function missingPart({ speech, missing, onMissing }: MoreViewOptions): TemplateResult {
  const toggled = ({ currentTarget }: Event & { readonly currentTarget: HTMLDetailsElement }) =>
    onMissing(currentTarget.open);
  return html`
    <details class="coverage" part="coverage" ?open=${missing !== false} @toggle=${toggled}>
      <summary>${speech.words.list.missing}</summary>
      <div class="stack">${missing || ''}</div>
    </details>`;
}

function linkPart(
  name: 'access-records' | 'correction-requests',
  { speech, onOpen }: MoreViewOptions,
): TemplateResult {
  const { more, panels } = speech.words.list;
  return html`
    <button class="way" part="button link" type="button" id=${name} @click=${() => onOpen({ name }, `#${name}`)}>
      <span class="tight"><span class="way-title">${panels.titles[name]}</span><span class="hint" part="hint">${more[name]}</span></span>
      ${forwardIcon()}
    </button>`;
}
