import { html, nothing, type TemplateResult } from 'lit';
import { documentIcon, lockIcon } from '../icons/icons.ts';
import type { VerifyWords } from '../language/verify-words.ts';
import { problemLine } from '../problem/problem-line.ts';
import type { InputProblem } from './input-problem.ts';
import type { InputKind } from './verification.ts';

/** What the view needs. */
export interface StartViewOptions {
  readonly words: VerifyWords;
  readonly headingLevel: number;
  readonly dragging: boolean;
  readonly checking: InputKind | undefined;
  readonly problem: InputProblem | undefined;
  /** The code that checks could not be loaded, so there is a verdict but nothing to draw it. */
  readonly unavailable: boolean;
  /** What is given goes along with a form of the host page. */
  readonly goesAlong: boolean;
  /** The form for a share code stands before the file, with the main button. */
  readonly shareFirst: boolean;
  /** What stands in the code field at first. */
  readonly shareCode: string;
  readonly onChoose: () => void;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onShare: (code: string, pin: string) => void;
}

/** Where a check begins: a file, or a share code with its PIN. */
export function startView(options: StartViewOptions): TemplateResult {
  const { words, headingLevel } = options;
  // Who followed a link came for the code, so that goes first.
  const parts = options.shareFirst
    ? [sharePart(options), orPart(words), filePart(options)]
    : [filePart(options), orPart(words), sharePart(options)];
  return html`
    <div class="stack wide">
      <div class="tight">
        <div class="title" part="title" role="heading" aria-level=${headingLevel} tabindex="-1">${words.title}</div>
        <p class="soft" part="intro">${words.intro}</p>
      </div>
      <div role="alert">${options.unavailable ? problemLine(words.unavailable) : nothing}</div>
      <div class="ways">${parts}</div>
    </div>`;
}

function filePart(options: StartViewOptions): TemplateResult {
  const { words, dragging, checking, problem } = options;
  const busy = checking === 'file';
  const instruction = dragging ? words.file.release : words.file.drop;
  const choose = (event: Event & { readonly currentTarget: HTMLInputElement }) => {
    const input = event.currentTarget;
    const files = [...(input.files ?? [])];
    // So that choosing the same file again is a change too.
    input.value = '';
    if (files.length > 0) options.onFiles(files);
  };
  return html`
    <div class="way stack">
      <div class="drop ${dragging ? 'dragging' : ''}" part="drop-zone">
        <span class="picture ${busy ? 'busy' : ''}">${documentIcon()}</span>
        <p class="instruction">${busy ? words.checking.file : instruction}</p>
        <button class="button ${options.shareFirst ? 'plain' : ''}" part=${options.shareFirst ? 'button' : 'button button-primary'} type="button" aria-describedby="file-hint file-problem"
          aria-disabled=${checking !== undefined} @click=${options.onChoose}>${words.file.choose}</button>
        <input id="file" type="file" accept=".pdf,application/pdf" hidden @change=${choose} />
        <p class="hint" part="hint" id="file-hint">${words.file.hint}</p>
      </div>
      <div id="file-problem" role="alert">${isFileProblem(problem) ? problemLine(words.problems[problem]) : nothing}</div>
      <p class="hint with-icon" part="privacy">${options.goesAlong ? documentIcon() : lockIcon()}<span>${options.goesAlong ? words.form.goesAlong : words.file.stays}</span></p>
    </div>`;
}

function orPart(words: VerifyWords): TemplateResult {
  return html`<p class="or soft" part="or">${words.or}</p>`;
}

function sharePart(options: StartViewOptions): TemplateResult {
  const { words, headingLevel, checking, problem, shareCode } = options;
  const { share } = words;
  const submit = (event: SubmitEvent & { readonly currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    if (checking) return;
    const typed = new FormData(event.currentTarget);
    options.onShare(String(typed.get('code')), String(typed.get('pin')));
  };
  // Sent before a script has taken it over, any other method puts code and PIN into an address.
  return html`
    <form class="way stack" part="share" method="dialog" novalidate autocomplete="off" @submit=${submit}>
      <div class="subtitle" role="heading" aria-level=${headingLevel + 1}>${share.title}</div>
      ${field('code', share.code, share.codeHint, problem === 'code-malformed' ? words.problems[problem] : undefined, shareCode)}
      ${field('pin', share.pin, share.pinHint, problem === 'pin-malformed' ? words.problems[problem] : undefined, '')}
      <div class="actions">
        <button class="button ${options.shareFirst ? '' : 'plain'}" part=${options.shareFirst ? 'button button-primary' : 'button'} type="submit" aria-disabled=${checking !== undefined}>
          ${checking === 'share' ? words.checking.share : share.check}
        </button>
      </div>
    </form>`;
}

function field(
  name: 'code' | 'pin',
  label: string,
  hint: string,
  problem: string | undefined,
  value: string,
): TemplateResult {
  return html`
    <div class="tight">
      <label part="label" for=${name}>${label}</label>
      <p class="hint" part="hint" id="${name}-hint">${hint}</p>
      ${problem ? html`<div id="${name}-problem">${problemLine(problem)}</div>` : nothing}
      <input class="input ${name}" part="input" id=${name} name=${name} type="text" spellcheck="false" autocapitalize=${name === 'code' ? 'characters' : 'off'}
        autocomplete="off" inputmode=${name === 'pin' ? 'numeric' : 'text'} .value=${value} aria-invalid=${problem !== undefined}
        aria-describedby="${name}-hint ${problem ? `${name}-problem` : ''}" />
    </div>`;
}

function isFileProblem(problem: InputProblem | undefined): problem is InputProblem {
  return problem !== undefined && problem !== 'code-malformed' && problem !== 'pin-malformed';
}
