import type { InputError } from '@diplomaregister/contract';
import type { DeliveryReport } from '@diplomaregister/sdk';
import { type Html, html } from '../site/html.ts';
import type { SchoolWords } from './school-words.ts';

/** What became of the last change: the register's report, or that it could not be reached. */
export type Outcome = DeliveryReport | 'unreachable';

/** The counts of a delivery, and why it was refused. */
export function reportView(outcome: Outcome, words: SchoolWords): Html {
  const { report } = words;
  if (outcome === 'unreachable') {
    return html`<section class="card report refused" role="alert">
<h2>${report.failed}</h2>
<p>${report.failedText}</p>
</section>`;
  }
  const refused = outcome.rejected > 0;
  const counts = (Object.keys(report.counts) as (keyof typeof report.counts)[]).filter(
    (count) => outcome[count] > 0,
  );
  const errors = outcome.rejections.flatMap((rejection) => firstOfEachField(rejection.errors));
  return html`<section class="card report${refused && html` refused`}" role="status">
<h2>${refused ? report.refused : report.accepted}</h2>
<dl class="counts">
${counts.map((count) => html`<div><dt>${report.counts[count]}</dt><dd>${outcome[count]}</dd></div>`)}
</dl>
${
  errors.length > 0 &&
  html`<ul>
${errors.map(
  (error) => html`<li>${reasonOf(error, words)} <code>${error.code}</code></li>
`,
)}</ul>`
}
</section>`;
}

/** What is empty has the wrong form as well, which nobody needs to be told too. */
function firstOfEachField(errors: readonly InputError[]): readonly InputError[] {
  const fields = errors.map(({ location }) => location?.pointer);
  return errors.filter((_, index) => {
    const field = fields[index];
    return field === undefined || fields.indexOf(field) === index;
  });
}

/** In words: which field, and what is wrong; the register's own words where there are no others. */
function reasonOf({ code, detail, location }: InputError, words: SchoolWords): string {
  const reason = Object.entries(words.reasons).find(([known]) => known === code)?.[1] ?? detail;
  const property = location?.pointer?.split('/').at(-1);
  const field = Object.entries(words.fields).find(([known]) => known === property)?.[1];
  return field === undefined ? reason : `${field}: ${reason}`;
}
