import { html, type TemplateResult } from 'lit';
import { noticeIcon } from '../icons/icons.ts';

/** What is wrong, with a mark beside the words. */
export function problemLine(words: string): TemplateResult {
  return html`<p class="problem" part="problem">${noticeIcon()}<span>${words}</span></p>`;
}
