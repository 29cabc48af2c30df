import type { CatalogueLanguage } from '../language/speech.ts';

const begin = '⟦';
const end = '⟧';

/** A language in which each text stands between marks, so that a text of no catalogue is seen. */
export function markedCatalogue<Catalogue extends CatalogueLanguage>(words: Catalogue): Catalogue {
  return { ...marked(words), locale: 'fy-NL', direction: 'rtl' };
}

/** The same words, each text between marks; also what functions say. */
function marked<Words>(words: Words): Words {
  const mark = (value: unknown): unknown => {
    switch (typeof value) {
      case 'string':
        return begin + value + end;
      case 'function':
        return (...details: readonly unknown[]) => mark(value(...details));
      case 'object':
        return Object.fromEntries(
          Object.entries(value ?? {}).map(([name, each]) => [name, mark(each)]),
        );
      default:
        return value;
    }
  };
  return mark(words) as Words;
}

const attributes = ['aria-label', 'alt', 'title', 'placeholder', 'aria-description'];

/** What comes from the register or from the holder, and has words of its own. */
const data = 'bdi, code, option, textarea, .link, .pin, .talk dd, style';

/** Words in an element's shadow root that stand between no marks, and are no data and no date. */
export function unmarkedTexts(element: HTMLElement): readonly string[] {
  const root = element.shadowRoot;
  if (!root) throw new Error('There is no shadow root');
  const texts: string[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    if (!parentElement?.closest(data)) texts.push(textContent ?? '');
  }
  for (const part of root.querySelectorAll('*')) {
    for (const name of attributes) texts.push(part.getAttribute(name) ?? '');
  }
  return texts.map(withoutMarked).filter((text) => /\p{L}/u.test(text));
}

function withoutMarked(text: string): string {
  const date =
    /(?:\d{1,2} \p{L}+|\p{L}+ \d{1,2},|\p{L}+) \d{4}(?:,? \p{L}+ \d{1,2}:\d{2}(?: [AP]M)?)?/gu;
  return text
    .replaceAll(/⟦[^⟦⟧]*(?:⟦[^⟦⟧]*⟧[^⟦⟧]*)*⟧/g, '')
    .replaceAll(date, '')
    .trim();
}
