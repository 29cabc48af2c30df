import type { ReceivedCorrectionRequest } from '@diplomaregister/contract';
import type { InboxFailure, InboxPage } from '../school/inbox.ts';
import { formId } from '../school/once-per-form.ts';
import type { SchoolRecord } from '../school/records.ts';
import type { School } from '../school/school.ts';
import { type SchoolWords, schoolWords } from '../school/school-words.ts';
import { type Html, html } from '../site/html.ts';
import { pathOf, type SiteLanguage } from '../site/language.ts';
import type { Page } from '../site/page.ts';
import { date, fullName } from './school.ts';

/** What became of an answer. */
export type RequestsOutcome = 'saved' | InboxFailure;

interface RequestsPage {
  readonly language: SiteLanguage;
  readonly school: School;
  readonly records: readonly SchoolRecord[];
  readonly requests: InboxPage | 'unreachable';
  /** Which page of them it is, from 1. */
  readonly page: number;
  readonly outcome?: RequestsOutcome | undefined;
  /** What stood in the form of an answer that was not taken. */
  readonly typed?: URLSearchParams | undefined;
}

/** The inbox of one school: what holders reported, each with the way to answer it. */
export function requestsPage(options: RequestsPage): Page {
  const { language, school, requests, outcome } = options;
  const words = schoolWords[language];
  const path = `school/${school.institution}/requests/`;
  return {
    language,
    path,
    theme: 'school',
    organisation: { nl: school.name, en: school.name },
    title: { nl: schoolWords.nl.requests.title, en: schoolWords.en.requests.title },
    content: html`<div class="narrow">
<div class="page-head">
<h1>${words.requests.title}</h1>
<a href="${pathOf(`school/${school.institution}/`, language)}">${words.requests.back}</a>
</div>
<p class="lead">${words.requests.lead}</p>
${outcome && outcomeView(outcome, words)}
${requests === 'unreachable' ? html`<p class="note" role="alert">${words.requests.unreachable}</p>` : requestList(requests, options)}
</div>`,
  };
}

function outcomeView(outcome: RequestsOutcome, { requests, report }: SchoolWords): Html {
  switch (outcome) {
    case 'saved':
      return html`<p class="note" role="status">${requests.saved}</p>`;
    case 'rejected':
    case 'not-allowed':
    case 'too-many':
      return html`<p class="note" role="alert">${requests[outcome]}</p>`;
    case 'failed':
      return html`<p class="note" role="alert">${report.failed}. ${report.failedText}</p>`;
  }
}

function requestList({ items, hasMore }: InboxPage, options: RequestsPage): Html {
  const { language, page, school } = options;
  const { requests: words } = schoolWords[language];
  const link = (number: number, text: string) =>
    html`<a href="${pathOf(`school/${school.institution}/requests/`, language)}?page=${number}">${text}</a>
`;
  return html`${
    items.length === 0
      ? html`<p>${words.none}</p>`
      : html`<ul class="records">
${items.map((request) => requestView(request, options))}</ul>`
  }
${
  (page > 1 || hasMore) &&
  html`<nav class="actions" aria-label="${words.title}">${page > 1 && link(page - 1, words.newer)}${hasMore && link(page + 1, words.older)}</nav>`
}`;
}

function requestView(request: ReceivedCorrectionRequest, options: RequestsPage): Html {
  const { language } = options;
  const { requests: words } = schoolWords[language];
  const { answer, createdAt, reason, status, text } = request;
  const closed = status === 'done' || status === 'refused';
  return html`<li class="record">
<div class="row">
<h2 class="who">${words.reasons[reason]}</h2>
<span class="tag">${words.states[status]}</span>
</div>
<p class="what">${holderOf(request, options)} · ${date(createdAt, language)}</p>
${subjectView(request, options)}
<p class="said">${text}</p>
${answer !== undefined && html`<p class="said answer"><strong>${words.given}</strong> ${answer}</p>`}
${!closed && answerForms(request, options)}
</li>
`;
}

/** The name that the school knows for the number, and the number. */
function holderOf(
  { holder }: ReceivedCorrectionRequest,
  { records, language }: RequestsPage,
): string {
  const { fields } = schoolWords[language];
  const number = `${fields.bsn} ${holder.bsn}`;
  const known = records.find(({ line }) => 'bsn' in line.holder && line.holder.bsn === holder.bsn);
  return known ? `${fullName(known.line.holder)}, ${number}` : number;
}

function subjectView(
  request: ReceivedCorrectionRequest,
  { school, language }: RequestsPage,
): Html | undefined {
  if (request.reason !== 'wrong' || !request.diploma) return undefined;
  const { diploma } = request;
  const { awarded } = schoolWords[language];
  const { code } = diploma.programme;
  const programme = school.programmes.find((each) => each.code === code);
  const when = 'awardedOn' in diploma ? diploma.awardedOn : diploma.awardedIn;
  return html`<p>${programme?.name[language] ?? code} · ${awarded} ${date(when, language)}</p>`;
}

function answerForms(
  { id, status }: ReceivedCorrectionRequest,
  { language, school, typed }: RequestsPage,
): Html {
  const { requests: words } = schoolWords[language];
  const action = pathOf(`school/${school.institution}/requests/`, language);
  const kept = typed?.get('request') === id ? typed : undefined;
  const option = (value: 'done' | 'refused') =>
    html`<label class="choice"><input type="radio" name="status" value="${value}"${(kept?.get('status') ?? 'done') === value && html` checked`}> ${words.states[value]}</label>
`;
  return html`<div class="changes">
${
  status === 'open' &&
  html`<form method="post" action="${action}">
${formId()}<input type="hidden" name="request" value="${id}">
<div class="actions"><button class="button plain" name="status" value="in-progress">${words.begin}</button></div>
</form>`
}
<details${kept && html` open`}>
<summary>${words.answer}</summary>
<form method="post" action="${action}">
${formId()}<input type="hidden" name="request" value="${id}">
<fieldset><legend>${words.outcome}</legend>${option('done')}${option('refused')}</fieldset>
<div class="field whole"><label for="answer-${id}">${words.text}</label>
<textarea id="answer-${id}" name="answer" rows="4" required>${kept?.get('answer') ?? ''}</textarea></div>
<div class="actions"><button class="button">${words.send}</button></div>
</form>
</details>
</div>`;
}
