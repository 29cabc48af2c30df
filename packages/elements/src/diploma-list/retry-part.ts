import { html, type TemplateResult } from 'lit';
import { problemLine } from '../problem/problem-line.ts';
import type { ListSpeech } from './list-speech.ts';

/** What went wrong in a part of the list, and the way to try again. */
export function retryPart(
  problem: string,
  { words }: ListSpeech,
  onRetry: () => void,
): TemplateResult {
  return html`
    <div role="alert">${problemLine(problem)}</div>
    <div class="actions">
      <button class="button plain" part="button" type="button" @click=${onRetry}>${words.list.failed.retry}</button>
    </div>`;
}
