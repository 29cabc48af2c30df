import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit';

// Decorations: the words beside them say the same. Functions, so that a bundle has only those that
// it shows. What is cut out of a shape has the colour of the surface below it: --_cut.

/** Genuine: a shield with a check. */
export const shieldIcon = (): TemplateResult =>
  shape(
    svg`<path d="M26 3l19 7v15c0 12-8 20-19 24C15 45 7 37 7 25V10z"/><path class="cut" d="M17 26l7 7 12-14"/>`,
  );

/** Not to be trusted: an octagon with a cross. */
export const stopIcon = (): TemplateResult =>
  shape(
    svg`<path d="M17 3h18l14 14v18L35 49H17L3 35V17z"/><path class="cut" d="M18 18l16 16M34 18L18 34"/>`,
  );

/** Open: a circle with a question mark. */
export const questionIcon = (): TemplateResult =>
  shape(
    svg`<circle cx="26" cy="26" r="23"/><path class="cut" d="M19.5 20.5a6.5 6.5 0 1 1 9.5 6c-2 1-3 2.3-3 5m0 6.7v.6"/>`,
  );

/** Something to know or to do first: a circle with an exclamation mark. */
export const noticeIcon = (): TemplateResult =>
  shape(svg`<circle cx="26" cy="26" r="23"/><path class="cut" d="M26 14v14m0 9v.6"/>`);

/** A check was passed. */
export const passIcon = (): TemplateResult => lines('M4.5 12.5l5 5 10-11', 3);

/** A check was failed. */
export const failIcon = (): TemplateResult => lines('M6 6l12 12M18 6L6 18', 3);

/** A check could not be made. */
export const unknownIcon = (): TemplateResult =>
  lines('M8.5 8.5a3.6 3.6 0 1 1 5.3 3.4c-1.2.7-1.8 1.4-1.8 3m0 3.6v.2', 2.6);

/** A check was not made. */
export const skippedIcon = (): TemplateResult => lines('M7 12h10', 3);

/** It stays here: a closed lock. */
export const lockIcon = (): TemplateResult => lines('M5 11h14v9H5zM8 11V8a4 4 0 0 1 8 0v3', 2);

/** A document: what is dropped and downloaded. */
export const documentIcon = (): TemplateResult =>
  lines('M6 3h8l4.5 4.5V21H6zM14 3v4.5h4.5M9 12h6.5M9 15.5h4', 1.6);

/** Back to where one came from. */
export const backIcon = (): TemplateResult => lines('M14.5 5l-7 7 7 7', 2.5);

/** On to something of its own. */
export const forwardIcon = (): TemplateResult => lines('M9.5 5l7 7-7 7', 2.5);

function shape(body: SVGTemplateResult): TemplateResult {
  return html`<svg viewBox="0 0 52 52" fill="currentColor" stroke-width="4.5" aria-hidden="true">${body}</svg>`;
}

function lines(path: string, width: number): TemplateResult {
  return html`<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width=${width} aria-hidden="true"><path d=${path} /></svg>`;
}
