import type { Verdict } from '@diplomaregister/contract';
import type { Anchors, VerifyInput } from '@diplomaregister/sdk/verify';
import {
  adoptStyles,
  type CSSResultGroup,
  html,
  isServer,
  LitElement,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { ExpectedHolder } from '../diploma/compare-holder.ts';
import { LanguageController } from '../language/language-controller.ts';
import type { Catalogues } from '../language/speech.ts';
import type { VerdictCatalogue } from '../language/verdict-words.ts';
import { verifyCatalogues } from '../language/verify-catalogues.ts';
import type { VerifyCatalogue, VerifyWords } from '../language/verify-words.ts';
import type { Drawing, Drawn } from '../server/drawing.ts';
import { controls } from '../tokens/controls.styles.ts';
import { tokens } from '../tokens/tokens.styles.ts';
import { toneOf } from '../verdict/tone.ts';
import { verifyStyles } from './diploma-verify.styles.ts';
import { DiplomaProblemEvent, DiplomaVerdictEvent } from './events.ts';
import { formProblem, formValue } from './form-value.ts';
import { startView } from './start-view.ts';
import { shownVerdict, Verification, type VerificationState } from './verification.ts';

/** What a form leads to when it cannot be sent. */
const formAnchor = '.verdict-title, .drop .button';

/**
 * Checks a diploma extract, or a share code with its PIN, and says in words what it is. A file never
 * leaves the browser: only public lists of the register are fetched.
 *
 * Who must be sure checks again on a back end: the page around this element can draw any verdict.
 *
 * In a form it accepts only what is genuine, and sends the file under its `name`, or code and PIN
 * under `name-code` and `name-pin`. It never sends a verdict.
 *
 * @tag diploma-verify
 * @attr {boolean} disabled - Takes and sends nothing, as any field.
 * @fires diploma-verdict - There is a verdict; `event.verdict` is the contract's `Verdict`.
 * @fires diploma-problem - What was given cannot be checked; `event.problem` is a code.
 * @csspart card - The whole.
 * @csspart title - The heading before a check.
 * @csspart intro - The line below it.
 * @csspart drop-zone - Where a file is dropped or chosen.
 * @csspart privacy - That the file stays on the device, or goes along with a form.
 * @csspart share - The form for a share code and PIN.
 * @csspart or - The word between a file and a code.
 * @csspart label - What a field is for.
 * @csspart hint - What helps with it, in small.
 * @csspart input - A field.
 * @csspart button - Any button.
 * @csspart button-primary - The main button.
 * @csspart problem - What is wrong with the input.
 * @csspart verdict - The banner.
 * @csspart verdict-good - The banner of what is genuine.
 * @csspart verdict-bad - The banner of what is not to be trusted.
 * @csspart verdict-open - The banner of what is neither.
 * @csspart verdict-title - The heading of the verdict.
 * @csspart verdict-lead - The line below it.
 * @csspart example - That it is an example without value.
 * @csspart text - What the verdict means and what to do.
 * @csspart note - Whether it goes along with the form that the element stands in.
 * @csspart content - Whom and what it is about.
 * @csspart holder - Name and birth date.
 * @csspart diploma - One diploma.
 * @csspart standing - Whether that diploma stands.
 * @csspart facts - What, when and where.
 * @csspart marks - The table of marks.
 * @csspart legend - What its short heads stand for.
 * @csspart compare - Whether name and birth date are those that the page has, and the advice to compare
 *   them with an identity document.
 * @csspart checks - The list of checks.
 * @csspart check - One check.
 * @csspart check-pass - A check that was passed.
 * @csspart check-fail - A check that failed.
 * @csspart check-inconclusive - A check that could not be made.
 * @csspart check-skipped - A check that did not have to be made.
 * @csspart about - The details of this check.
 * @cssstate idle - Nothing was given yet.
 * @cssstate dragging - A file is above the element.
 * @cssstate checking - A check runs.
 * @cssstate good - Genuine.
 * @cssstate bad - Not to be trusted.
 * @cssstate open - Nothing against the diploma, and yet not genuine.
 * @cssstate genuine - Sealed by the register, unchanged, and every diploma in it stands.
 * @cssstate superseded - A diploma in it was corrected since.
 * @cssstate withdrawn - A diploma in it was withdrawn.
 * @cssstate altered - Not the file that was sealed.
 * @cssstate seal-revoked - The seal could not be trusted any more when it was made.
 * @cssstate not-an-extract - Nothing that this register sealed.
 * @cssstate share-unknown - The code opens nothing.
 * @cssstate pin-wrong - The PIN is not that of the share.
 * @cssstate share-locked - The PIN was wrong too often.
 * @cssstate share-expired - The share is over.
 * @cssstate share-revoked - The holder withdrew the share.
 * @cssstate inconclusive - Something could not be checked.
 */
export class DiplomaVerify extends LitElement implements Drawn {
  static readonly formAssociated = true;
  static override styles: CSSResultGroup = [tokens, controls, verifyStyles];
  static override properties: PropertyDeclarations = {
    register: {},
    shareCode: { attribute: 'share-code' },
    headingLevel: { attribute: 'heading-level', type: Number },
    anchors: { attribute: false },
    holder: { attribute: false },
    catalogues: { attribute: false },
    name: {},
    required: { type: Boolean },
    disabled: { attribute: false, noAccessor: true },
    dragging: { state: true },
  };

  readonly #language = new LanguageController(this);
  readonly #internals = this.attachInternals();
  readonly #verification = new Verification({
    settings: () => ({ register: this.register, anchors: this.anchors }),
    onChange: () => this.requestUpdate(),
    load: () => this.#load(),
  });
  /** What draws a verdict; comes with the code that checks. */
  #checking: typeof import('./checking.ts') | undefined;
  #shown: VerificationState = this.#verification.state;
  #typedCode: string | undefined;
  #disabled = false;
  /** The visitor went on elsewhere on the page: the focus stays there, and the verdict is announced. */
  #isElsewhere = false;

  private dragging = false;

  /** @internal */
  drawing: Drawing | undefined;

  /** The address of the register's API with its version: `https://register.example/v1`. */
  register = '';

  /** The share code to begin with, for a page that was opened by a link. */
  shareCode = '';

  /** The level of the element's heading in the page, 1 to 5. */
  headingLevel = 2;

  /** The certificates to trust. Pin them in production; without them they come from the register. */
  anchors: Anchors | undefined;

  /** Whom your page takes the holder for: the verdict then says whether name and birth date are the same. */
  holder: ExpectedHolder | undefined;

  /** Languages to add, or to put in the place of a built-in one: `{ fy: … }`. */
  catalogues: Catalogues<VerifyCatalogue & VerdictCatalogue> | undefined;

  /** What the form sends goes by this name; without it nothing is sent. */
  name = '';

  /** Whether the form needs a genuine diploma. */
  required = false;

  /** Takes and sends nothing, as any field; within a disabled `<fieldset>` it does so too. */
  get disabled(): boolean {
    return this.hasAttribute('disabled');
  }

  set disabled(disabled: boolean) {
    this.toggleAttribute('disabled', disabled);
  }

  /** The form that the element stands in. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  /** What keeps the form from being sent, in the terms of the platform. */
  get validity(): ValidityState {
    return this.#internals.validity;
  }

  /** Why the form cannot be sent yet, in the language of the element. */
  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  /** Whether a form asks for the validity: not while the element is disabled. */
  get willValidate(): boolean {
    return this.#internals.willValidate;
  }

  /** Whether the form can be sent with this. */
  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }

  /** The same, and shows what keeps the form from being sent. */
  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  formAssociatedCallback(): void {
    this.requestUpdate();
  }

  formDisabledCallback(disabled: boolean): void {
    this.#disabled = disabled;
    this.requestUpdate();
  }

  formResetCallback(): void {
    this.reset();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Where the page only moves it, it is connected again by then.
    queueMicrotask(() => {
      if (!this.isConnected) this.#verification.end();
    });
  }

  /** Gives the focus to where one begins, or to the verdict. */
  override focus(): void {
    this.#focus(formAnchor);
  }

  /**
   * Checks a file or a share and shows the verdict.
   *
   * @returns {Promise<Verdict | undefined>} the verdict; nothing when the input cannot be checked, or another check came in between.
   */
  verify(input: VerifyInput): Promise<Verdict | undefined> {
    if (input instanceof File) return this.#verification.checkFiles([input]);
    if ('shareCode' in input) return this.#checkShare(input.shareCode, input.pin);
    return this.#verification.check(input);
  }

  /** Back to the beginning; a check that runs is ended. */
  reset(): void {
    this.#typedCode = undefined;
    this.#verification.reset();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // An attribute that is taken away leaves nothing, and so do frameworks.
    this.shareCode ||= '';
    this.headingLevel ||= 2;
    // What another register said is no verdict of this one.
    if (changed.get('register')) this.#verification.reset();
    // Nor is what was typed before the code that the page has now.
    if (changed.get('shareCode')) this.#typedCode = undefined;
    // Asked before drawing, which takes away the button that may have the focus.
    if (this.#verification.state !== this.#shown) this.#isElsewhere = !this.#mayTakeFocus();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#showState();
    this.#tellForm();
    const { state } = this.#verification;
    if (state === this.#shown) return;
    const previous = this.#shown;
    this.#shown = state;
    // Only now: what was checked before the element came onto a page had no root to style.
    if (this.#checking) {
      const styles = [...DiplomaVerify.elementStyles, this.#checking.verdictStyles];
      adoptStyles(this.renderRoot as ShadowRoot, styles);
    }
    if (!this.#isElsewhere) this.#moveFocus(state, previous);
    this.#emit(state);
  }

  /** Most visitors of a page check nothing: what only a check needs is loaded for the first one. */
  async #load(): Promise<typeof import('./checking.ts')> {
    this.#checking = await import('./checking.ts');
    return this.#checking;
  }

  #checkShare(code: string, pin: string): Promise<Verdict | undefined> {
    this.#typedCode = code;
    return this.#verification.checkShare(code, pin);
  }

  #showState(): void {
    const { states } = this.#internals;
    const { state } = this.#verification;
    states.clear();
    if (this.dragging) states.add('dragging');
    if (state.phase !== 'decided') {
      states.add(state.phase);
      return;
    }
    states.add(state.verdict.outcome);
    states.add(toneOf(state.verdict.outcome));
  }

  /**
   * Gives the form its value and says whether it can be sent. There is no state to restore: browsers
   * do not keep files, and a PIN is not to be kept.
   */
  #tellForm(): void {
    const { state } = this.#verification;
    const { verify } = this.#language.speech(verifyCatalogues, this.catalogues).words;
    this.#internals.setFormValue(formValue(state, this.name), null);
    const problem = formProblem(state, this.required, verify);
    const anchor = this.renderRoot.querySelector<HTMLElement>(formAnchor);
    this.#internals.setValidity(problem?.flags, problem?.message, anchor ?? undefined);
  }

  get #goesAlong(): boolean {
    return Boolean(this.name && (isServer || this.drawing || this.#internals.form));
  }

  /** Whether the focus is here, or nowhere. */
  #mayTakeFocus(): boolean {
    const { activeElement, body } = document;
    return !activeElement || activeElement === body || this.matches(':focus-within');
  }

  /** The focus goes to the verdict, which announces it, and never gets lost on the way. */
  #moveFocus(state: VerificationState, previous: VerificationState): void {
    const shown = shownVerdict(previous);
    if (state.phase === 'decided') this.#focus('.verdict-title');
    else if (state.phase === 'checking') return;
    else if (state.problem === 'code-malformed') this.#focus('#code');
    else if (state.problem === 'pin-malformed') this.#focus('#pin');
    else if (state.problem || !shown) return;
    else if (!this.#typedCode) this.#focus('.title');
    else this.#focus(shown.outcome === 'share-unknown' ? '#code' : '#pin');
  }

  #focus(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  #emit(state: VerificationState): void {
    if (state.phase === 'decided') this.dispatchEvent(new DiplomaVerdictEvent(state.verdict));
    if (state.phase === 'idle' && state.problem) {
      this.dispatchEvent(new DiplomaProblemEvent(state.problem));
    }
  }

  #onDragOver = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    // Else the browser would open the file, and the page with all that was typed would be gone.
    event.preventDefault();
    this.dragging = !this.#disabled;
    event.dataTransfer.dropEffect = this.dragging ? 'copy' : 'none';
  };

  #onDragLeave = (event: DragEvent & { readonly currentTarget: HTMLElement }): void => {
    const { relatedTarget } = event;
    if (relatedTarget instanceof Node && event.currentTarget.contains(relatedTarget)) return;
    this.dragging = false;
  };

  #onDrop = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.dragging = false;
    if (!this.#disabled) void this.#verification.checkFiles([...event.dataTransfer.files]);
  };

  /** A server has nothing to check. */
  get #drawnState(): VerificationState {
    return this.drawing ? { phase: 'idle' } : this.#verification.state;
  }

  protected override render(): TemplateResult {
    const { words, locale } = this.#language.speech(verifyCatalogues, this.catalogues);
    return html`
      <fieldset class="card" part="card" role="none" lang=${locale} dir=${words.direction} ?disabled=${!this.drawing && this.#disabled}
        @dragover=${this.#onDragOver} @dragleave=${this.#onDragLeave} @drop=${this.#onDrop}>
        ${this.#renderVerdict(words.verify) ?? this.#renderStart(words.verify)}
        <p class="print">${words.verify.print}</p>
        <p class="visually-hidden" role="status">${this.#announcement(words)}</p>
      </fieldset>`;
  }

  #renderVerdict({ form }: VerifyWords): TemplateResult | undefined {
    const state = this.#drawnState;
    const verdict = shownVerdict(state);
    if (!verdict || !this.#checking) return undefined;
    const accepted = verdict.outcome === 'genuine';
    return this.#checking.verdictView(verdict, {
      speech: this.#language.speech(this.#checking.verdictCatalogues, this.catalogues),
      note: this.#goesAlong ? (accepted ? form.goesAlong : form.notGenuine) : undefined,
      holder: this.holder,
      headingLevel: this.headingLevel,
      busy: state.phase === 'checking',
      onAgain: () => this.reset(),
      onRetry: () => void this.#verification.retry(),
      onCorrect: () => this.#verification.reset(),
    });
  }

  #renderStart(words: VerifyWords): TemplateResult {
    const state = this.#drawnState;
    return startView({
      words,
      headingLevel: this.headingLevel,
      dragging: this.dragging,
      checking: state.phase === 'checking' ? state.kind : undefined,
      problem: state.phase === 'idle' ? state.problem : undefined,
      unavailable: state.phase === 'decided',
      goesAlong: this.#goesAlong,
      shareFirst: Boolean(this.shareCode),
      shareCode: this.#typedCode ?? this.shareCode,
      onChoose: () => this.renderRoot.querySelector<HTMLInputElement>('#file')?.click(),
      onFiles: (files) => void this.#verification.checkFiles(files),
      onShare: (code, pin) => void this.#checkShare(code, pin),
    });
  }

  /** What the live region says; the verdict only when it is not said by the focus that moves to it. */
  #announcement({ verify }: VerifyCatalogue): string {
    const state = this.#drawnState;
    if (state.phase === 'checking') return verify.checking[state.kind];
    if (state.phase === 'idle' || !this.#checking || !this.#isElsewhere) return '';
    const { sayVerdict, verdictCatalogues } = this.#checking;
    const speech = this.#language.speech(verdictCatalogues, this.catalogues);
    const { title, lead } = sayVerdict(state.verdict, speech);
    return `${title}. ${lead}`;
  }
}

// Here, where declarations keep it: whoever imports the element knows its events.
declare global {
  interface GlobalEventHandlersEventMap {
    'diploma-verdict': DiplomaVerdictEvent;
    'diploma-problem': DiplomaProblemEvent;
  }
}
