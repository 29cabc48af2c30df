import type { Assets, EntryName } from './assets.ts';
import { type Html, html } from './html.ts';
import { languages, otherLanguage, pathOf, type SiteLanguage, type Text } from './language.ts';

/** The organisation whose page it is: each has a theme of its own. */
export type Theme = 'register' | 'portal' | 'hospital' | 'school';

export interface Page {
  readonly language: SiteLanguage;
  /** The address without language: `portal/`. */
  readonly path: string;
  readonly theme: Theme;
  /** The name of the organisation, as its visitors know it. */
  readonly organisation: Text;
  readonly title: Text;
  readonly content: Html;
  /** The script that brings the page to life; none for a page of plain forms. */
  readonly entry?: Exclude<EntryName, 'site'>;
  /** What the script must know, each as a `<meta>`. */
  readonly settings?: Readonly<Record<string, string>>;
}

const languageNames: Text = { nl: 'Nederlands', en: 'English' };

const words = {
  nl: {
    skip: 'Ga naar de inhoud',
    demo: 'Demo van het Diplomaregister',
    pages: 'Pagina’s van de demo',
    fictional:
      'Dit is een demo. Alle mensen, scholen en organisaties zijn verzonnen. Niets hier heeft waarde.',
  },
  en: {
    skip: 'Skip to the content',
    demo: 'Demo of the Diploma Register',
    pages: 'Pages of the demo',
    fictional:
      'This is a demo. All people, schools and organisations are fictional. Nothing here has any value.',
  },
} as const;

const doors: readonly { readonly path: string; readonly name: Text }[] = [
  { path: '', name: { nl: 'Begin', en: 'Start' } },
  { path: 'portal/', name: { nl: 'Diplomahouder', en: 'Holder' } },
  { path: 'employer/', name: { nl: 'Werkgever', en: 'Employer' } },
  { path: 'school/', name: { nl: 'School', en: 'School' } },
  { path: 'check/', name: { nl: 'Controle', en: 'Check' } },
];

/** A whole page: the bar of the demo, the header of the organisation, and the content. */
export function renderPage(page: Page, assetsOf: (name: EntryName) => Assets): string {
  const { language, path, theme, organisation, title, content, entry, settings = {} } = page;
  const text = words[language];
  const site = assetsOf('site');
  const own: Assets = entry ? assetsOf(entry) : { scripts: [], styles: [] };
  const other = otherLanguage(language);
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title[language]} – ${organisation[language]}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
${languages.map(
  (each) => html`<link rel="alternate" hreflang="${each}" href="${pathOf(path, each)}">
`,
)}${Object.entries(settings).map(
  ([name, value]) => html`<meta name="${name}" content="${value}">
`,
)}${[...site.styles, ...own.styles].map(
  (style) => html`<link rel="stylesheet" href="${style}">
`,
)}${own.scripts.map(
  (script) => html`<script type="module" src="${script}"></script>
`,
)}</head>
<body class="theme-${theme}">
<a class="skip" href="#content">${text.skip}</a>
<div class="demo-bar">
<div class="wide">
<nav aria-label="${text.pages}">
<ul>
${doors.map((door) => {
  const current = door.path === path || (door.path !== '' && path.startsWith(door.path));
  return html`<li><a href="${pathOf(door.path, language)}"${current && html` aria-current="page"`}>${door.name[language]}</a></li>
`;
})}</ul>
</nav>
</div>
</div>
<header class="organisation">
<div class="wide"><span class="mark" aria-hidden="true"></span><span class="name">${organisation[language]}</span>
<a class="language" href="${pathOf(path, other)}" lang="${other}" hreflang="${other}">${languageNames[other]}</a>
</div>
</header>
<main id="content" tabindex="-1">
${content}
</main>
<footer><div class="wide"><p><strong>${text.demo}.</strong> ${text.fictional}</p></div></footer>
</body>
</html>
`.markup;
}
