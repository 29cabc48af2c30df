import type { Configuration } from '../configuration.ts';
import { html } from '../site/html.ts';
import type { SiteLanguage } from '../site/language.ts';
import type { Page } from '../site/page.ts';

const words = {
  nl: {
    organisation: 'Ziekenhuis Oosterveld',
    title: 'Diploma controleren',
    department: 'Personeelszaken',
    lead: 'Neemt u iemand aan? Controleer eerst het diploma. U hoeft niets te bewaren en niemand te bellen.',
    steps: [
      'Vraag de sollicitant om het uittreksel: het pdf-bestand uit het Diplomaregister.',
      'Sleep het bestand naar het vak hieronder, of kies het. U ziet meteen of het echt is.',
      'Vergelijk naam en geboortedatum met een identiteitsbewijs.',
    ],
    heardTitle: 'Wat deze site te horen krijgt',
    heardNothing: 'Nog niets. Na een controle staat hier de uitslag.',
    embedTitle: 'Zo staat dit op onze site',
    embed:
      'Vijf regels. Het ziekenhuis heeft geen sleutel, geen account en geen toegang tot het register.',
    code: 'Voorbeeld van de code',
  },
  en: {
    organisation: 'Oosterveld Hospital',
    title: 'Check a diploma',
    department: 'Human resources',
    lead: 'Are you hiring somebody? Check the diploma first. There is nothing to keep and nobody to call.',
    steps: [
      'Ask the applicant for the extract: the PDF file from the Diploma Register.',
      'Drop the file in the box below, or choose it. You see at once whether it is genuine.',
      'Compare name and date of birth with an identity document.',
    ],
    heardTitle: 'What this site gets to know',
    heardNothing: 'Nothing yet. After a check, the verdict is shown here.',
    embedTitle: 'How this is embedded in our site',
    embed: 'Five lines. The hospital has no key, no account and no access to the register.',
    code: 'Example of the code',
  },
} as const;

const embedCode = (registerApi: string, language: SiteLanguage) => `<script type="module">
  import '@diplomaregister/elements/diploma-verify';
</script>
<diploma-verify register="${registerApi}"
  lang="${language}"></diploma-verify>`;

/** The page of a fictional employer, who has no connection with the portal. */
export function employerPage(language: SiteLanguage, { registerApi }: Configuration): Page {
  const text = words[language];
  return {
    language,
    path: 'employer/',
    theme: 'hospital',
    organisation: { nl: words.nl.organisation, en: words.en.organisation },
    title: { nl: words.nl.title, en: words.en.title },
    entry: 'employer',
    content: html`<div class="narrow">
<p class="kicker">${text.department}</p>
<h1>${text.title}</h1>
<p class="lead">${text.lead}</p>
<ol class="steps">
${text.steps.map(
  (step) => html`<li>${step}</li>
`,
)}</ol>
<diploma-verify register="${registerApi}"></diploma-verify>
<section class="quiet">
<h2>${text.heardTitle}</h2>
<p id="heard">${text.heardNothing}</p>
</section>
<section class="quiet">
<h2>${text.embedTitle}</h2>
<p>${text.embed}</p>
<pre tabindex="0" role="region" aria-label="${text.code}"><code>${embedCode(registerApi, language)}</code></pre>
</section>
</div>`,
  };
}
