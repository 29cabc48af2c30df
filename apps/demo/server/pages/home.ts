import type { Configuration } from '../configuration.ts';
import { html } from '../site/html.ts';
import { pathOf, type SiteLanguage } from '../site/language.ts';
import type { Page } from '../site/page.ts';

const words = {
  nl: {
    name: 'Diploma\u00adregister',
    title: 'Alle diploma’s van Nederland op één plek',
    lead: 'Bekijk uw eigen diploma’s. Deel ze met wie u wilt. En controleer in een paar tellen of een diploma echt is.',
    diplomas: 'Diploma’s in het register',
    extracts: 'Uittreksels in het afgelopen jaar',
    counting: 'wordt geteld',
    doorsTitle: 'Wie bent u?',
    doors: [
      {
        path: 'portal/',
        who: 'Diplomahouder',
        what: 'Log in als een verzonnen persoon. Bekijk diploma’s, download een uittreksel met digitaal zegel, of deel een diploma.',
        go: 'Naar MijnPortaal',
      },
      {
        path: 'employer/',
        who: 'Werkgever',
        what: 'Kreeg u een uittreksel van een sollicitant? Controleer het op de site van het ziekenhuis. Het bestand blijft op uw apparaat.',
        go: 'Naar het ziekenhuis',
      },
      {
        path: 'school/',
        who: 'School',
        what: 'Lever een diploma aan, verbeter een naam of trek een diploma in. Een oud uittreksel laat dat meteen zien.',
        go: 'Naar de scholen',
      },
    ],
    checkTitle: 'Kreeg u een link?',
    check: 'Met een deelcode en een pincode ziet u een diploma zoals het nu in het register staat.',
    checkGo: 'Naar de controle',
  },
  en: {
    name: 'Diploma Register',
    title: 'All Dutch diplomas in one place',
    lead: 'See your own diplomas. Share them with anyone you like. And check in a few seconds whether a diploma is genuine.',
    diplomas: 'Diplomas in the register',
    extracts: 'Extracts in the past year',
    counting: 'being counted',
    doorsTitle: 'Who are you?',
    doors: [
      {
        path: 'portal/',
        who: 'Holder',
        what: 'Sign in as a fictional person. See diplomas, download an extract with a digital seal, or share a diploma.',
        go: 'To MijnPortaal',
      },
      {
        path: 'employer/',
        who: 'Employer',
        what: 'Did an applicant give you an extract? Check it on the hospital’s own site. The file stays on your device.',
        go: 'To the hospital',
      },
      {
        path: 'school/',
        who: 'School',
        what: 'Deliver a diploma, correct a name, or withdraw a diploma. An old extract shows it at once.',
        go: 'To the schools',
      },
    ],
    checkTitle: 'Did you get a link?',
    check: 'With a share code and a PIN you see a diploma as it is in the register now.',
    checkGo: 'To the check',
  },
} as const;

/** The front page: what this is, live numbers, and the doors. */
export function homePage(language: SiteLanguage, { registerApi }: Configuration): Page {
  const text = words[language];
  return {
    language,
    path: '',
    theme: 'register',
    organisation: { nl: words.nl.name, en: words.en.name },
    title: { nl: words.nl.title, en: words.en.title },
    entry: 'home',
    settings: { register: registerApi },
    content: html`<div class="wide hero">
<h1>${text.title}</h1>
<p class="lead">${text.lead}</p>
<dl class="figures">
<div><dt>${text.diplomas}</dt><dd data-statistic="diplomas"><span class="waiting">${text.counting}</span></dd></div>
<div><dt>${text.extracts}</dt><dd data-statistic="extracts"><span class="waiting">${text.counting}</span></dd></div>
</dl>
</div>
<div class="wide">
<h2>${text.doorsTitle}</h2>
<ul class="doors">
${text.doors.map(
  ({ path, who, what, go }) => html`<li class="card">
<h3>${who}</h3>
<p>${what}</p>
<p class="go"><a class="button" href="${pathOf(path, language)}">${go}</a></p>
</li>
`,
)}</ul>
<section class="aside">
<div><h2>${text.checkTitle}</h2>
<p>${text.check}</p></div>
<p><a class="button plain" href="${pathOf('check/', language)}">${text.checkGo}</a></p>
</section>
</div>`,
  };
}
