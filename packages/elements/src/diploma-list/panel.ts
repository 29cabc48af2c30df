import { html, type TemplateResult } from 'lit';
import { backIcon } from '../icons/icons.ts';

/** What a panel needs. */
export interface PanelOptions {
  readonly title: string | TemplateResult;
  readonly headingLevel: number;
  readonly back: string;
  readonly onBack: () => void;
  readonly body: TemplateResult;
}

/** One thing to do, in the place of the list; its heading takes the focus. */
export function panel({ title, headingLevel, back, onBack, body }: PanelOptions): TemplateResult {
  return html`
    <div class="panel stack" part="panel">
      <button class="back" part="button" type="button" @click=${onBack}>${backIcon()}${back}</button>
      <div class="title" part="title" role="heading" aria-level=${headingLevel} tabindex="-1">${title}</div>
      ${body}
    </div>`;
}
