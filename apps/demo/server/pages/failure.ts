import { html } from '../site/html.ts';
import { pathOf, type SiteLanguage } from '../site/language.ts';
import type { Page } from '../site/page.ts';

/** Why there is no page: it does not exist, or something went wrong. */
export type Failure = 'not-found' | 'failed';

const words = {
  nl: {
    organisation: 'Diploma\u00adregister',
    'not-found': {
      title: 'Deze pagina is er niet',
      lead: 'Kijk of het adres klopt. Of ga naar het begin, en kies daar waar u heen wilt.',
    },
    failed: {
      title: 'Er ging iets mis',
      lead: 'Probeer het over een paar minuten nog eens. Of ga naar het begin.',
    },
    go: 'Naar het begin',
  },
  en: {
    organisation: 'Diploma Register',
    'not-found': {
      title: 'Page not found',
      lead: 'Check whether the address is right. Or go to the start, and choose there where you want to go.',
    },
    failed: {
      title: 'Something went wrong',
      lead: 'Try again in a few minutes. Or go to the start.',
    },
    go: 'To the start',
  },
} as const;

/** In the place of a page that there is not. */
export function failurePage(failure: Failure, language: SiteLanguage): Page {
  const { go, [failure]: text } = words[language];
  return {
    language,
    path: `${failure}/`,
    theme: 'register',
    organisation: { nl: words.nl.organisation, en: words.en.organisation },
    title: { nl: words.nl[failure].title, en: words.en[failure].title },
    content: html`<div class="narrow">
<h1>${text.title}</h1>
<p class="lead">${text.lead}</p>
<p class="go"><a class="button" href="${pathOf('', language)}">${go}</a></p>
</div>`,
  };
}
