import { type Html, html } from './html.ts';
import { type PageLanguage, words } from './words.ts';

interface Page {
  readonly language: PageLanguage;
  readonly title: string;
  readonly content: Html;
  /** Where the same page is in the other language; absent when there is no such address. */
  readonly otherLanguageUrl?: string;
  /** Our own script, for a page that needs one. */
  readonly script?: string;
}

/** A whole page. On each it says that this is a stand-in. */
export function page({ language, title, content, otherLanguageUrl, script }: Page): string {
  const { service, otherLanguage, standIn } = words[language];
  const other = language === 'nl' ? 'en' : 'nl';
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} – ${service}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/identity.css">
${script !== undefined && html`<script src="${script}" defer></script>`}
</head>
<body>
<header>
<span class="service">${service}</span>
${otherLanguageUrl !== undefined && html`<a href="${otherLanguageUrl}" lang="${other}" hreflang="${other}">${otherLanguage}</a>`}
</header>
<main>
<p class="stand-in">${standIn}</p>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`.markup;
}
