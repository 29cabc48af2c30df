import type { RegisterLine } from '@diplomaregister/contract';
import { formId } from '../school/once-per-form.ts';
import { awardOf, type SchoolRecord } from '../school/records.ts';
import { type Outcome, reportView } from '../school/report-view.ts';
import type { School } from '../school/school.ts';
import { type SchoolWords, schoolWords } from '../school/school-words.ts';
import { type Html, html } from '../site/html.ts';
import { pathOf, type SiteLanguage } from '../site/language.ts';
import type { Page } from '../site/page.ts';

const title = { nl: schoolWords.nl.title, en: schoolWords.en.title };

/** Which school to be. */
export function schoolsPage(language: SiteLanguage, schools: readonly School[]): Page {
  const words = schoolWords[language];
  return {
    language,
    path: 'school/',
    theme: 'school',
    organisation: title,
    title,
    content: html`<div class="narrow">
<h1>${words.chooseTitle}</h1>
<p class="lead">${words.chooseLead}</p>
<ul class="schools">
${schools.map(
  ({ institution, name, city }) =>
    html`<li><a href="${pathOf(`school/${institution}/`, language)}">${name} <span>${city}</span></a></li>
`,
)}</ul>
</div>`,
  };
}

interface SchoolPage {
  readonly language: SiteLanguage;
  readonly school: School;
  readonly records: readonly SchoolRecord[];
  /** What became of the last change. */
  readonly outcome?: Outcome | undefined;
  /** What stood in the form of a new diploma that was not taken. */
  readonly typed?: URLSearchParams | undefined;
}

/** The back office of one school: plain forms, since the key must stay on the server. */
export function schoolPage({ language, school, records, outcome, typed }: SchoolPage): Page {
  const words = schoolWords[language];
  const path = `school/${school.institution}/`;
  const action = pathOf(path, language);
  return {
    language,
    path,
    theme: 'school',
    organisation: { nl: school.name, en: school.name },
    title,
    content: html`<div class="narrow">
<div class="page-head">
<h1>${words.title}</h1>
<a href="${pathOf('school/', language)}">${words.otherSchool}</a>
</div>
<p class="lead">${words.lead}</p>
<p><a href="${action}requests/">${words.requests.title}</a></p>
${outcome && reportView(outcome, words)}
<section class="delivered">
<h2>${words.recordsTitle}</h2>
${
  records.length === 0
    ? html`<p>${words.noRecords}</p>`
    : html`<ul class="records">
${records.map((record, index) => recordView(record, { words, school, language, action, index }))}</ul>`
}
</section>
<section class="card deliver">
<h2>${words.deliverTitle}</h2>
${deliverForm({ words, school, language, action, typed })}
</section>
</div>`,
  };
}

interface FormContext {
  readonly words: SchoolWords;
  readonly school: School;
  readonly language: SiteLanguage;
  readonly action: string;
}

function recordView(
  { line, withdrawn }: SchoolRecord,
  { words, school, language, action, index }: FormContext & { readonly index: number },
): Html {
  const { holder, diploma } = line;
  const programme = school.programmes.find(({ code }) => code === diploma.programme.code);
  return html`<li class="record${withdrawn && html` withdrawn`}">
<div class="row">
<h3 class="who">${fullName(holder)}</h3>
${withdrawn && html`<span class="tag">${words.withdrawn}</span>`}
</div>
<p class="what">${programme?.name[language] ?? diploma.programme.code} · ${words.awarded} ${date(awardOf(line), language)} · ${words.born} ${date(holder.birthDate, language)}</p>
${
  !withdrawn &&
  html`<div class="changes">
<details>
<summary>${words.correct}</summary>
<form method="post" action="${action}correct">
${formId()}<input type="hidden" name="recordId" value="${line.recordId}">
<div class="fields">${nameFields(words, `record-${index}`, holder)}</div>
<div class="actions"><button class="button">${words.save}</button></div>
</form>
</details>
<details>
<summary>${words.withdraw}</summary>
<form method="post" action="${action}withdraw">
${formId()}<input type="hidden" name="recordId" value="${line.recordId}">
<p>${words.withdrawText}</p>
<div class="actions"><button class="button">${words.withdrawGo}</button></div>
</form>
</details>
</div>`
}
</li>
`;
}

function deliverForm({
  words,
  school,
  language,
  action,
  typed,
}: FormContext & { readonly typed: URLSearchParams | undefined }): Html {
  const { fields } = words;
  const value = (name: string) => typed?.get(name) ?? '';
  const programme = value('programme');
  return html`<form method="post" action="${action}deliver" autocomplete="off">
${formId()}<div class="fields">
${nameFields(words, 'new', {
  givenNames: value('givenNames'),
  prefix: value('prefix'),
  familyName: value('familyName'),
})}
${inputField('new-birth-date', 'birthDate', fields.birthDate, html`type="date" value="${value('birthDate')}"`)}
<div class="field"><label for="new-bsn">${fields.bsn}</label>
<p class="hint" id="new-bsn-hint">${words.bsnHint}</p>
<input id="new-bsn" name="bsn" type="text" inputmode="numeric" spellcheck="false" aria-describedby="new-bsn-hint"></div>
<div class="field whole"><label for="new-programme">${fields.programme}</label>
<select id="new-programme" name="programme">
${school.programmes.map(
  ({ code, name }) =>
    html`<option value="${code}"${code === programme && html` selected`}>${name[language]}</option>
`,
)}</select></div>
${inputField('new-awarded-on', 'awardedOn', fields.awardedOn, html`type="date" value="${value('awardedOn')}"`)}
</div>
<label class="choice"><input type="checkbox" name="monthOnly"${typed?.has('monthOnly') && html` checked`}> ${fields.monthOnly}</label>
<div class="actions"><button class="button">${words.deliverGo}</button></div>
</form>`;
}

type NameParts = Pick<RegisterLine['holder'], 'givenNames' | 'prefix' | 'familyName'>;

function nameFields({ fields }: SchoolWords, id: string, name: NameParts): readonly Html[] {
  return (['givenNames', 'prefix', 'familyName'] as const).map((part) =>
    inputField(`${id}-${part}`, part, fields[part], html`type="text" value="${name[part]}"`),
  );
}

function inputField(id: string, name: string, label: string, attributes: Html): Html {
  return html`<div class="field"><label for="${id}">${label}</label><input id="${id}" name="${name}" ${attributes}></div>
`;
}

export function fullName({ givenNames, prefix, familyName }: NameParts): string {
  return [givenNames, prefix, familyName].filter((part) => part !== undefined).join(' ');
}

/** A full date or only its month, or the day of an instant in the Netherlands. */
export function date(value: string, language: SiteLanguage): string {
  const isMonth = value.length === 7;
  const format = new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    ...(!isMonth && { day: 'numeric' }),
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/Amsterdam',
  });
  return format.format(new Date(isMonth ? `${value}-01` : value));
}
