import { html } from '../site/html.ts';
import { pathOf, type SiteLanguage } from '../site/language.ts';
import type { Page } from '../site/page.ts';

const words = {
  nl: {
    organisation: 'Diploma\u00adregister',
    title: 'Deze pagina is er niet',
    lead: 'Kijk of het adres klopt. Of ga naar het begin, en kies daar waar u heen wilt.',
    go: 'Naar het begin',
  },
  en: {
    organisation: 'Diploma Register',
    title: 'Page not found',
    lead: 'Check whether the address is right. Or go to the start, and choose there where you want to go.',
    go: 'To the start',
  },
} as const;

/** In the place of a page that does not exist. */
export function notFoundPage(language: SiteLanguage): Page {
  const text = words[language];
  return {
    language,
    path: 'not-found/',
    theme: 'register',
    organisation: { nl: words.nl.organisation, en: words.en.organisation },
    title: { nl: words.nl.title, en: words.en.title },
    content: html`<div class="narrow">
<h1>${text.title}</h1>
<p class="lead">${text.lead}</p>
<p class="go"><a class="button" href="${pathOf('', language)}">${text.go}</a></p>
</div>`,
  };
}
