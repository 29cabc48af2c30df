import type {
  Check,
  ContentVerdict,
  Person,
  Verdict,
  VerifiedDiploma,
} from '@diplomaregister/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { compareHolder, type ExpectedHolder } from '../diploma/compare-holder.ts';
import { diplomaFacts, holderFacts } from '../diploma/diploma-facts.ts';
import { dutchName } from '../diploma/dutch-name.ts';
import { marksTable } from '../diploma/marks-table.ts';
import { fullName } from '../diploma/name.ts';
import {
  failIcon,
  noticeIcon,
  passIcon,
  questionIcon,
  shieldIcon,
  skippedIcon,
  stopIcon,
  unknownIcon,
} from '../icons/icons.ts';
import type { Speech } from '../language/speech.ts';
import type { VerdictCatalogue } from '../language/verdict-words.ts';
import { problemLine } from '../problem/problem-line.ts';
import { type SpokenVerdict, sayVerdict } from './say-verdict.ts';

type VerdictSpeech = Speech<VerdictCatalogue>;

/** What the view needs besides the verdict. */
export interface VerdictViewOptions {
  readonly speech: VerdictSpeech;
  /** Of the verdict's heading; what stands below it counts on from there. */
  readonly headingLevel: number;
  /** The same check runs again. */
  readonly busy: boolean;
  /** What the verdict means for the page around it, below the verdict's own text. */
  readonly note: string | undefined;
  /** Whom the host page takes the holder for. */
  readonly holder: ExpectedHolder | undefined;
  readonly onAgain: () => void;
  readonly onRetry: () => void;
  readonly onCorrect: () => void;
}

/** The verdict: what it is, why, about whom and what, and what one may do next. */
export function verdictView(verdict: Verdict, options: VerdictViewOptions): TemplateResult {
  const { speech } = options;
  const words = sayVerdict(verdict, speech);
  const content = hasContent(verdict) ? verdict : undefined;
  return html`
    <div class="verdict">
      ${banner(verdict, words, options.headingLevel)}
      ${content?.subject.example ? exampleNote(speech) : nothing}
      <div class="findings stack wide">
        ${words.text ? html`<p part="text">${words.text}</p>` : nothing}
        ${options.note ? html`<p class="note" part="note">${options.note}</p>` : nothing}
        ${content ? contentPart(content, options) : nothing}
        ${checkList(verdict.checks, options)}
        ${actions(words, options)}
        ${aboutPart(verdict, speech)}
      </div>
    </div>`;
}

function hasContent(verdict: Verdict): verdict is ContentVerdict {
  return 'subject' in verdict;
}

function banner(verdict: Verdict, words: SpokenVerdict, level: number): TemplateResult {
  return html`
    <div class="banner ${words.tone}" part="verdict verdict-${words.tone}">
      ${bannerIcon(verdict, words)}
      <div>
        <div class="verdict-title" part="verdict-title" role="heading" aria-level=${level} tabindex="-1">
          ${words.title}
        </div>
        <p class="lead" part="verdict-lead">${words.lead}</p>
      </div>
    </div>`;
}

function bannerIcon(verdict: Verdict, { tone }: SpokenVerdict): TemplateResult {
  switch (tone) {
    case 'good':
      return shieldIcon();
    case 'bad':
      return stopIcon();
    case 'open':
      return verdict.outcome === 'inconclusive' ? questionIcon() : noticeIcon();
  }
}

function exampleNote({ words }: VerdictSpeech): TemplateResult {
  const { example } = words.verdict;
  return html`
    <div class="example" part="example" role="note">
      <strong>${example.title}</strong>
      <p>${example.text}</p>
    </div>`;
}

function contentPart(verdict: ContentVerdict, options: VerdictViewOptions): TemplateResult {
  const { speech } = options;
  const shown = verdict.diplomas.flatMap((entry) => ('diploma' in entry ? [entry.diploma] : []));
  const [first, ...others] = shown;
  // One person is named once; a name that was corrected in between stands with its own diploma.
  const oneHolder = first && others.every(({ holder }) => isSameHolder(holder, first.holder));
  const compared = first ? comparison(verdict, options) : nothing;
  // What the host page knows of the holder is compared where it is seen at once.
  return html`
    <div class="stack wide" part="content">
      ${oneHolder ? holderFacts(first.holder, speech) : nothing}
      ${options.holder ? compared : nothing}
      <ul class="diplomas">
        ${verdict.diplomas.map(
          (entry) => html`<li>${diplomaPart(entry, verdict, !oneHolder, options)}</li>`,
        )}
      </ul>
      ${options.holder ? nothing : compared}
    </div>`;
}

function comparison(verdict: Verdict, { holder, speech }: VerdictViewOptions): TemplateResult {
  const { compare, holder: words } = speech.words.verdict;
  const found = holder && compareHolder(verdict, holder);
  const result = found === 'different' ? problemLine(words.different) : html`<p>${words.same}</p>`;
  return html`
    <div class="tight" part="compare">
      ${found ? result : nothing}
      <p class="hint" part="hint">${compare}</p>
    </div>`;
}

function isSameHolder(one: Person, other: Person): boolean {
  return fullName(one) === fullName(other) && one.birthDate === other.birthDate;
}

function diplomaPart(
  entry: VerifiedDiploma,
  verdict: ContentVerdict,
  withHolder: boolean,
  { speech, headingLevel }: VerdictViewOptions,
): TemplateResult {
  const { verdict: verdictWords } = speech.words;
  const tag =
    verdict.outcome === 'genuine'
      ? nothing
      : html`<span class="tag ${standingTone[entry.standing]}" part="standing">${verdictWords.standings[entry.standing]}</span>`;
  if (entry.standing === 'withdrawn') {
    return html`<article class="diploma tight" part="diploma">${tag}<p>${verdictWords.withdrawnDiploma}</p></article>`;
  }
  const { diploma } = entry;
  return html`
    <article class="diploma stack" part="diploma">
      <div class="tight">
        ${tag}
        <div class="subtitle" role="heading" aria-level=${headingLevel + 1}>
          ${dutchName(diploma.programme, speech)}
        </div>
        ${entry.standing === 'superseded' ? html`<p>${verdictWords.supersededDiploma}</p>` : nothing}
      </div>
      ${withHolder ? holderFacts(diploma.holder, speech) : nothing}
      ${diplomaFacts(diploma, speech)}
      ${diploma.marks ? marksTable(diploma.marks, speech) : nothing}
    </article>`;
}

const standingTone: Readonly<Record<VerifiedDiploma['standing'], string>> = {
  valid: 'good',
  superseded: '',
  withdrawn: 'bad',
};

function checkList(
  checks: readonly Check[],
  { speech, headingLevel }: VerdictViewOptions,
): TemplateResult {
  const { checks: words } = speech.words.verdict;
  return html`
    <div class="stack" part="checks">
      <div class="subtitle" role="heading" aria-level=${headingLevel + 1}>${words.title}</div>
      <ul class="checks">
        ${checksOfInput(checks).map(
          ({ name, result }) => html`
            <li class="check ${result}" part="check check-${result}">
              ${checkIcons[result]()}
              <span>${words.names[name]}</span>
              <span class="result">${words.results[result]}</span>
            </li>`,
        )}
      </ul>
    </div>`;
}

/** A file has no code and a share has no seal: what does not belong to the input is not listed. */
function checksOfInput(checks: readonly Check[]): readonly Check[] {
  const isShare = checks.some(({ name, result }) => name === 'code-valid' && result !== 'skipped');
  return checks.filter(
    ({ name, result }) =>
      result !== 'skipped' || name === 'diploma-stands' || (name === 'code-valid') === isShare,
  );
}

const checkIcons: Readonly<Record<Check['result'], () => TemplateResult>> = {
  pass: passIcon,
  fail: failIcon,
  inconclusive: unknownIcon,
  skipped: skippedIcon,
};

function actions({ next }: SpokenVerdict, options: VerdictViewOptions): TemplateResult {
  const { verdict: verdictWords } = options.speech.words;
  const main = {
    retry: {
      words: options.busy ? verdictWords.checking : verdictWords.retry,
      action: options.onRetry,
    },
    'correct-code': { words: verdictWords.correct, action: options.onCorrect },
  };
  const step = next && main[next];
  return html`
    <div class="actions">
      ${
        step
          ? html`<button class="button" part="button button-primary" type="button" aria-disabled=${options.busy} @click=${step.action}>${step.words}</button>`
          : nothing
      }
      <button class="button ${step ? 'quiet' : 'plain'}" part="button" type="button" @click=${options.onAgain}>
        ${verdictWords.again}
      </button>
    </div>`;
}

function aboutPart(verdict: Verdict, speech: VerdictSpeech): TemplateResult {
  const { about } = speech.words.verdict;
  const subject = hasContent(verdict) ? verdict.subject : undefined;
  const reasons = verdict.checks.flatMap((check) => ('reason' in check ? [check.reason] : []));
  return html`
    <details class="about" part="about">
      <summary>${about.title}</summary>
      <dl class="facts light">
        ${
          subject?.kind === 'extract'
            ? [
                fact(about.number, html`<bdi>${subject.number}</bdi>`),
                fact(about.issuer, html`<bdi>${subject.issuer}</bdi>`),
                fact(about.sealedAt, speech.moment(subject.sealedAt)),
                fact(about.trust, verdict.trust === 'pinned' ? about.pinned : about.tls),
              ]
            : nothing
        }
        ${
          subject?.kind === 'share'
            ? [
                subject.receiver
                  ? fact(about.receiver, html`<bdi>${subject.receiver}</bdi>`)
                  : nothing,
                fact(about.expiresOn, speech.date(subject.expiresOn)),
              ]
            : nothing
        }
        ${fact(about.checkedAt, speech.moment(verdict.checkedAt))}
        ${reasons.length > 0 ? fact(about.reasons, html`<code>${[...new Set(reasons)].join(', ')}</code>`) : nothing}
      </dl>
    </details>`;
}

function fact(name: string, value: string | TemplateResult): TemplateResult {
  return html`<dt>${name}</dt><dd>${value}</dd>`;
}
