import { hydrate } from '@lit-labs/ssr-client';
import { adoptStyles, type CSSResultOrNative, type LitElement, type RenderOptions } from 'lit';
import type { Drawn } from './drawing.ts';

/**
 * The shadow root that a server drew, with the styles adopted: a strict policy does not let those pass
 * that stand in the page.
 */
export function drawnRoot(
  element: HTMLElement,
  styles: CSSResultOrNative[],
): ShadowRoot | undefined {
  const { shadowRoot } = element;
  if (!shadowRoot) return undefined;
  adoptStyles(shadowRoot, styles);
  for (const style of shadowRoot.querySelectorAll('style')) style.remove();
  return shadowRoot;
}

/**
 * Takes over what a server drew: every node stays, with the focus and what was typed. What was drawn
 * by another version, or from other attributes, is thrown away, so that the element draws anew.
 *
 * @param draw gives what the element would draw now.
 */
export function takeOver(
  element: LitElement & Drawn,
  draw: () => unknown,
  options: RenderOptions,
): void {
  const { shadowRoot } = element;
  const card = shadowRoot?.querySelector<HTMLElement>('.card');
  if (!shadowRoot || !card) return;
  const keepTyped = rememberTyped(shadowRoot);
  element.drawing = {
    language: card.lang,
    signedOut: shadowRoot.querySelector('slot') !== null,
  };
  try {
    hydrate(asAttributesSay(element, draw), shadowRoot, options);
    keepTyped();
  } catch (error) {
    console.error(`<${element.localName}> draws anew what a server drew otherwise.`, error);
    shadowRoot.replaceChildren();
  } finally {
    element.drawing = undefined;
  }
}

/** A server knows the attributes only. What a script set besides is for the next drawing. */
function asAttributesSay(element: LitElement, draw: () => unknown): unknown {
  const { elementProperties } = element.constructor as typeof LitElement;
  const names = [...elementProperties].flatMap(([name, { attribute }]) =>
    attribute === false ? [] : [name],
  );
  const set = names.map((name) => [name, Reflect.get(element, name)] as const);
  const pristine = new (element.constructor as new () => LitElement)();
  for (const { name, value } of element.attributes) pristine.setAttribute(name, value);
  for (const name of names) Reflect.set(element, name, Reflect.get(pristine, name));
  const drawn = draw();
  for (const [name, value] of set) Reflect.set(element, name, value);
  return drawn;
}

/** Fields get the value that the server gave them, which must not replace what was typed meanwhile. */
function rememberTyped(root: ShadowRoot): () => void {
  const typed = [...root.querySelectorAll('input')]
    .filter(({ value, defaultValue }) => value !== defaultValue)
    .map((input) => {
      const { value, selectionStart, selectionEnd } = input;
      return () => {
        input.value = value;
        input.setSelectionRange(selectionStart, selectionEnd);
      };
    });
  return () => {
    for (const restore of typed) restore();
  };
}
