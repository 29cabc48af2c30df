/** What a server draws of an element with these attributes goes by this key. */
export function drawingKey(name: string, attributes: Readonly<Record<string, string>>): string {
  const { lang = '', name: field = '', 'share-code': shareCode = '' } = attributes;
  return [name, lang, field, shareCode].join(' ');
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** Whether the elements of the tests were drawn by a server, and take over from it. */
    readonly drawnOnServer: boolean;
    /** The shadow roots that a server drew, by their keys. */
    readonly drawings: Readonly<Record<string, string>>;
  }
}
