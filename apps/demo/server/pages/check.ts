import type { Configuration } from '../configuration.ts';
import { html } from '../site/html.ts';
import type { SiteLanguage } from '../site/language.ts';
import type { Page } from '../site/page.ts';

const words = {
  nl: {
    organisation: 'Diploma\u00adregister',
    title: 'Controle',
    lead: 'Kreeg u een link, een deelcode of een uittreksel? Hier ziet u of het diploma echt is.',
    aboutTitle: 'Wat u moet weten',
    about: [
      'Deze controle is gratis. U hoeft niet in te loggen.',
      'De houder kan zien dat de deelcode is gebruikt, en hoe vaak.',
      'De deelcode staat niet in het adres dat uw browser bewaart.',
    ],
  },
  en: {
    organisation: 'Diploma Register',
    title: 'Check',
    lead: 'Did you get a link, a share code or an extract? Here you see whether the diploma is genuine.',
    aboutTitle: 'Good to know',
    about: [
      'This check is free. You do not need to sign in.',
      'The holder can see that the share code was used, and how often.',
      'The share code is not part of the address that your browser keeps.',
    ],
  },
} as const;

/** Where the links of shares and the QR codes of extracts lead to. */
export function checkPage(language: SiteLanguage, { registerApi }: Configuration): Page {
  const text = words[language];
  return {
    language,
    path: 'check/',
    theme: 'register',
    organisation: { nl: words.nl.organisation, en: words.en.organisation },
    title: { nl: words.nl.title, en: words.en.title },
    entry: 'check',
    content: html`<div class="narrow">
<h1>${text.title}</h1>
<p class="lead">${text.lead}</p>
<diploma-verify register="${registerApi}"></diploma-verify>
<section class="quiet">
<h2>${text.aboutTitle}</h2>
<ul>
${text.about.map(
  (line) => html`<li>${line}</li>
`,
)}</ul>
</section>
</div>`,
  };
}
