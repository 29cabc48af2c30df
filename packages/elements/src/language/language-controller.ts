import { isServer, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { Drawn } from '../server/drawing.ts';
import { completeWords } from './complete-words.ts';
import {
  type BuiltInCatalogues,
  type CatalogueLanguage,
  type Catalogues,
  Speech,
} from './speech.ts';

/** Who states no language is on a Dutch page; who states an unknown one reads English sooner. */
const unstated = 'nl';
const unknown = 'en';

/**
 * Finds the language of an element: its own `lang`, else that of the nearest ancestor, also outside
 * the shadow root that it stands in, else that of the document. Follows changes of all of them.
 */
export class LanguageController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement & Drawn;
  #observer: MutationObserver | undefined;
  /** The words of the host page, by ours that complete them. */
  readonly #added = new Map<object, { readonly given: object; readonly words: object }>();

  constructor(host: ReactiveControllerHost & HTMLElement & Drawn) {
    this.#host = host;
    host.addController(this);
  }

  /**
   * The words to use now.
   *
   * @param builtIn the languages that the element speaks by itself.
   * @param added languages of the host page, which go before those.
   */
  speech<Catalogue extends CatalogueLanguage>(
    builtIn: BuiltInCatalogues<Catalogue>,
    added: Catalogues<Catalogue> | undefined,
  ): Speech<Catalogue> {
    const stated = this.#host.drawing?.language ?? statedLanguage(this.#host) ?? unstated;
    const primary = (stated.split('-')[0] ?? stated).toLowerCase();
    const catalogues: Catalogues<Catalogue> = { ...builtIn, ...added };
    const known = Object.hasOwn(catalogues, primary) && catalogues[primary];
    const language = known ? primary : unknown;
    const given = known || catalogues[unknown] || builtIn[unknown];
    const ours = (Object.hasOwn(builtIn, language) && builtIn[language]) || builtIn[unknown];
    const words = given === ours ? given : this.#completed(given, ours, language);
    return new Speech(words, known && stated.includes('-') ? stated : words.locale);
  }

  /** Completes the words of the host page, and tells its author once what they lack. */
  #completed<Catalogue extends CatalogueLanguage>(
    given: Catalogue,
    ours: Catalogue,
    language: string,
  ): Catalogue {
    const known = this.#added.get(ours);
    if (known?.given === given) return known.words as Catalogue;
    const missing: string[] = [];
    const words = completeWords(given, ours, missing);
    this.#added.set(ours, { given, words });
    if (missing.length > 0) {
      const names = missing.join(', ');
      console.error(`<${this.#host.localName}> lacks words in "${language}": ${names}`);
    }
    return words;
  }

  hostConnected(): void {
    this.#observer = new MutationObserver(() => this.#host.requestUpdate());
    for (let root: Node | undefined = this.#host.getRootNode(); root; root = outerRoot(root)) {
      this.#observer.observe(root, { subtree: true, attributeFilter: ['lang'] });
    }
    // Another place may speak another language.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }
}

function statedLanguage(element: Element): string | undefined {
  for (let current: Element | undefined = element; current; current = parentOf(current)) {
    const language = current.getAttribute('lang');
    if (language) return isLanguageTag(language) ? language : undefined;
  }
  return undefined;
}

/** The parent element, or the host of the shadow root that the element stands in; none on a server. */
function parentOf(element: Element): Element | undefined {
  if (isServer) return undefined;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}

function outerRoot(root: Node): Node | undefined {
  return root instanceof ShadowRoot ? root.host.getRootNode() : undefined;
}

function isLanguageTag(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}
