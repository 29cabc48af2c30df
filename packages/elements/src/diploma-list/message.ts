import { html, type TemplateResult } from 'lit';

/** Why there is nothing to see, under a heading of its own. */
export function message(
  { title, text }: { readonly title: string; readonly text: string },
  headingLevel: number,
): TemplateResult {
  return html`
    <div class="message tight" part="message">
      <div class="subtitle" role="heading" aria-level=${headingLevel}>${title}</div>
      <p>${text}</p>
    </div>`;
}
