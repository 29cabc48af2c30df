/**
 * Gives an element its tag, unless the tag is taken: by a second copy of this module, a script that
 * runs twice, or another version. Does nothing on a server.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (typeof customElements === 'undefined' || customElements.get(tag)) return;
  customElements.define(tag, element);
}
