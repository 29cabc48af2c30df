import { ForbiddenError, UnauthorizedError } from '@diplomaregister/sdk';
import { html, type TemplateResult } from 'lit';
import { problemLine } from '../problem/problem-line.ts';
import type { ActionState } from './action.ts';
import { message } from './message.ts';
import type { PanelSpeech } from './panel-speech.ts';
import { retryPart } from './retry-part.ts';
import { signInPart } from './sign-in-part.ts';

/** What the part needs. */
export interface FetchedPartOptions<Item> {
  readonly speech: PanelSpeech;
  readonly headingLevel: number;
  readonly words: {
    readonly loading: string;
    readonly none: { readonly title: string; readonly text: string };
    readonly failed: string;
  };
  readonly onRetry: () => void;
  /** Draws the items, of which there are some. */
  readonly draw: (items: readonly Item[]) => TemplateResult;
}

/** A list of the register in a panel: loading, none, some, or failed. */
export function fetchedPart<Item>(
  state: ActionState<readonly Item[]>,
  { speech, headingLevel, words, onRetry, draw }: FetchedPartOptions<Item>,
): TemplateResult {
  switch (state.phase) {
    case 'idle':
    case 'running':
      return html`<p class="soft">${words.loading}</p>`;
    case 'failed':
      if (state.error instanceof UnauthorizedError) {
        return html`<div class="stack" role="alert">${signInPart('signed-out', speech, headingLevel + 1)}</div>`;
      }
      // The token of this site does not reach so far: another try would end the same.
      if (state.error instanceof ForbiddenError) {
        return html`<div role="alert">${problemLine(speech.words.panel.notAllowed)}</div>`;
      }
      return retryPart(words.failed, speech, onRetry);
    case 'done':
      return state.value.length === 0 ? message(words.none, headingLevel + 1) : draw(state.value);
  }
}
