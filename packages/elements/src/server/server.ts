/**
 * Draws the elements on a server: as a declarative shadow root, to be put into the element's tag. It
 * needs `@lit-labs/ssr`. In the page, `@diplomaregister/elements/hydrate/…` takes over.
 */
import { createHash } from 'node:crypto';
import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { define } from '../define/define.ts';
import { DiplomaList } from '../diploma-list/diploma-list.ts';
import { DiplomaVerify } from '../diploma-verify/diploma-verify.ts';

define('diploma-list', DiplomaList);
define('diploma-verify', DiplomaVerify);

/** What goes for both elements. */
export interface DrawingOptions {
  /** The language: a server does not know what the element stands in. Dutch when absent. */
  readonly lang?: string;
  /** The element's attribute `heading-level`. */
  readonly headingLevel?: number;
  /** The nonce that the page's `style-src` allows. */
  readonly nonce?: string;
}

/** What the drawing of `<diploma-verify>` depends on; the same goes on its tag, as attributes. */
export interface VerifyDrawingOptions extends DrawingOptions {
  readonly shareCode?: string;
  readonly name?: string;
}

/** What the drawing of `<diploma-list>` depends on. */
export interface ListDrawingOptions extends DrawingOptions {
  /** Draws the list as it is while the diplomas are being fetched, which the page does. */
  readonly signedIn?: boolean;
}

/** The shadow root of `<diploma-verify>`, before anything is checked. */
export function drawVerify(options: VerifyDrawingOptions = {}): string {
  const { lang, headingLevel, shareCode, name, nonce } = options;
  return shadowRootOf(
    html`<diploma-verify lang=${ifDefined(lang)} heading-level=${ifDefined(headingLevel)}
      share-code=${ifDefined(shareCode)} name=${ifDefined(name)}></diploma-verify>`,
    nonce,
  );
}

/** The shadow root of `<diploma-list>`: no server ever fetches or draws anybody's diplomas. */
export function drawList(options: ListDrawingOptions = {}): string {
  const { lang, headingLevel, signedIn = false, nonce } = options;
  return shadowRootOf(
    html`<diploma-list lang=${ifDefined(lang)} heading-level=${ifDefined(headingLevel)}
      .accessToken=${signedIn ? () => '' : undefined}></diploma-list>`,
    nonce,
  );
}

/**
 * The source for `style-src` that allows the styles of an element in a page, for who gives no nonce:
 * `'sha256-…'`. It changes with each version.
 */
export function styleSource(tag: 'diploma-list' | 'diploma-verify'): string {
  const { elementStyles } = tag === 'diploma-list' ? DiplomaList : DiplomaVerify;
  const sheet = elementStyles.map((style) => ('cssText' in style ? style.cssText : '')).join('');
  return `'sha256-${createHash('sha256').update(sheet).digest('base64')}'`;
}

function shadowRootOf(element: TemplateResult, nonce: string | undefined): string {
  if (nonce !== undefined && !/^[\w+/=-]+$/.test(nonce)) throw new TypeError('This is no nonce.');
  const drawn = collectResultSync(render(element));
  const root = drawn.slice(drawn.indexOf('<template'), drawn.lastIndexOf('</template>'));
  const style = nonce === undefined ? '<style>' : `<style nonce="${nonce}">`;
  return `${root.replace('<style>', () => style)}</template>`;
}
