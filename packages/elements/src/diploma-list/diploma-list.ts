import type { Diploma, Share } from '@diplomaregister/contract';
import type { AccessToken } from '@diplomaregister/sdk';
import {
  adoptStyles,
  type CSSResultGroup,
  html,
  isServer,
  LitElement,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { LanguageController } from '../language/language-controller.ts';
import { listCatalogues } from '../language/list-catalogues.ts';
import type { PanelCatalogue } from '../language/panel-words.ts';
import type { Catalogues } from '../language/speech.ts';
import type { Drawing, Drawn } from '../server/drawing.ts';
import { controls } from '../tokens/controls.styles.ts';
import { tokens } from '../tokens/tokens.styles.ts';
import { Action } from './action.ts';
import { listStyles } from './diploma-list.styles.ts';
import { type DiplomaDownloadEvent, type DiplomaReportEvent, DiplomaShareEvent } from './events.ts';
import { HolderRegister, type SignIn } from './holder-register.ts';
import type { ListSpeech } from './list-speech.ts';
import { loadingPart, overview } from './overview.ts';
import { panel } from './panel.ts';
import type { Panel, PanelHost } from './panel-host.ts';
import type { PanelRequest } from './panel-request.ts';

/**
 * Shows holders their diplomas, makes sealed extracts of them, and shares them; tells who looked, and
 * takes reports of what is wrong or missing. The host page signs the holder in and gives the access
 * token.
 *
 * @tag diploma-list
 * @slot signed-out - What to do when nobody is signed in, or not in a way that is strong enough: the
 *   host page's way to sign in.
 * @fires diploma-download - An extract was made; prevent the default to keep it from being saved.
 * @fires diploma-report - The holder reported a problem to an institution.
 * @fires diploma-share - A share was made or withdrawn. Never carries the link or the PIN.
 * @csspart card - The whole.
 * @csspart title - The heading.
 * @csspart message - Why there is nothing to see.
 * @csspart sector - The diplomas of one sector.
 * @csspart sector-title - The heading of a sector.
 * @csspart diploma - One diploma.
 * @csspart diploma-title - Its name.
 * @csspart standing - That it was withdrawn.
 * @csspart details - What opens below it.
 * @csspart holder - Name and birth date.
 * @csspart facts - What, when and where.
 * @csspart marks - The table of marks.
 * @csspart legend - What its short heads stand for.
 * @csspart button - Any button.
 * @csspart button-primary - The main button.
 * @csspart label - What a field or a choice is for.
 * @csspart hint - What helps with it, in small.
 * @csspart choice - One of several, with its box or its dot.
 * @csspart input - A field.
 * @csspart problem - What went wrong.
 * @csspart more - The ways to what is not a diploma or a share.
 * @csspart link - One of these ways; also the link of a share that was made.
 * @csspart panel - One thing to do, in the place of the list: download, share, see who looked, report.
 * @csspart choose - The choice of diplomas.
 * @csspart language - The choice of the language of an extract.
 * @csspart number - The number of an extract that was made.
 * @csspart secrets - Link, PIN and QR code of a share that was made.
 * @csspart pin - The PIN of it.
 * @csspart qr - The QR code of it.
 * @csspart note - Something to remember.
 * @csspart shares - The shares.
 * @csspart shares-title - The heading of the shares.
 * @csspart share - One share.
 * @csspart state - How a share or a report stands.
 * @csspart confirm - The question before a share is withdrawn.
 * @csspart coverage - Help for who misses a diploma.
 * @csspart answer - What that help comes to; also an institution's answer to a report.
 * @csspart access-record - One look at diplomas.
 * @csspart who - Who looked.
 * @csspart institutions - The institutions that were found.
 * @csspart correction-request - One report.
 * @cssstate signed-out - Nobody is signed in.
 * @cssstate too-weak - The holder is signed in, but not in a way that is strong enough for diplomas.
 * @cssstate loading - The diplomas are being fetched.
 * @cssstate failed - The diplomas could not be fetched.
 * @cssstate empty - There are none.
 * @cssstate ready - There are diplomas.
 */
export class DiplomaList extends LitElement implements Drawn {
  static override styles: CSSResultGroup = [tokens, controls, listStyles];
  static override properties: PropertyDeclarations = {
    register: {},
    headingLevel: { attribute: 'heading-level', type: Number },
    accessToken: { attribute: false, hasChanged: isOtherHolder },
    catalogues: { attribute: false },
    opened: { state: true },
    missing: { state: true },
    open: { state: true },
    confirming: { state: true },
    announcement: { state: true },
  };

  readonly #language = new LanguageController(this);
  readonly #internals = this.attachInternals();
  readonly #holder = new HolderRegister(
    () => ({ register: this.register, accessToken: this.accessToken }),
    () => this.requestUpdate(),
  );
  /** The code of the panels: most visitors look at their diplomas, and open none. */
  readonly #panels = new Action(
    () => this.#importPanels(),
    () => this.requestUpdate(),
  );
  #panel: Panel | undefined;
  #coverage: Panel | undefined;
  /** Where the focus goes when the panel is closed. */
  #origin = '.title';
  /** Where the focus goes after the next update. */
  #focusTarget: string | undefined;

  /** What the holder does now, in the place of the list. */
  private opened: PanelRequest | undefined;
  /** Whether the help for who misses a diploma is open; else it is when there are none. */
  private missing: boolean | undefined;
  private open: ReadonlySet<string> = new Set();
  private confirming: string | undefined;
  private announcement = '';

  /** @internal */
  drawing: Drawing | undefined;

  /** The address of the register's API with its version: `https://register.example/v1`. */
  register = '';

  /** The level of the element's heading in the page, 1 to 4. */
  headingLevel = 2;

  /** The holder's access token, or a function that gives it; nothing while nobody is signed in. */
  accessToken: AccessToken | undefined;

  /** Languages to add, or to put in the place of a built-in one: `{ fy: … }`. */
  catalogues: Catalogues<PanelCatalogue> | undefined;

  /** Gets diplomas and shares again. */
  async reload(): Promise<void> {
    const speech = this.#speech;
    this.announcement = speech.words.list.loading;
    await this.#holder.load();
    const { diplomas, signIn } = this.#holder;
    if (diplomas.value) {
      this.announcement = speech.plural(diplomas.value.length, speech.words.list.count);
    } else {
      this.announcement = signIn === 'signed-in' ? '' : speech.words.list.signIn[signIn].title;
    }
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    // An attribute that is taken away leaves nothing, and so do frameworks.
    this.headingLevel ||= 2;
    if (changed.has('register') || changed.has('accessToken')) {
      this.#forget();
      if (this.register && this.accessToken && !isServer) void this.reload();
    }
    const { value: panels } = this.#panels;
    if (!panels) return;
    if (this.opened) this.#panel ??= panels.openPanel(this.opened, this.#hostOf(panels));
    if (this.#showsMissing) this.#coverage ??= panels.openCoverage(this.#hostOf(panels));
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { states } = this.#internals;
    states.clear();
    states.add(this.#stateName());
    if (this.#focusTarget) this.renderRoot.querySelector<HTMLElement>(this.#focusTarget)?.focus();
    this.#focusTarget = undefined;
  }

  get #speech(): ListSpeech {
    return this.#language.speech(listCatalogues, this.catalogues);
  }

  get #showsMissing(): boolean {
    const { value } = this.#holder.diplomas;
    return value !== undefined && (this.missing ?? value.length === 0);
  }

  #stateName(): string {
    const { diplomas, signIn } = this.#holder;
    if (signIn !== 'signed-in') return signIn;
    switch (diplomas.state.phase) {
      case 'idle':
      case 'running':
        return 'loading';
      case 'failed':
        return 'failed';
      case 'done':
        return diplomas.state.value.length === 0 ? 'empty' : 'ready';
    }
  }

  #forget(): void {
    // What has the focus goes away.
    if (this.shadowRoot?.activeElement) this.#focusTarget = '.title';
    this.announcement = '';
    this.#holder.forget();
    this.#panel = undefined;
    this.#coverage = undefined;
    this.opened = undefined;
    this.missing = undefined;
    this.confirming = undefined;
  }

  /** The button that asked for it goes away, and must not take the focus with it. */
  #retry = (): void => {
    this.#focusTarget = '.title';
    void this.reload();
  };

  async #importPanels(): Promise<typeof import('./panels.ts')> {
    const panels = await import('./panels.ts');
    if (this.renderRoot instanceof ShadowRoot) {
      adoptStyles(this.renderRoot, [...DiplomaList.elementStyles, panels.panelStyles]);
    }
    return panels;
  }

  async #loadPanels(): Promise<void> {
    if (this.#panels.value || this.#panels.running) return;
    const { loading } = this.#speech.words.list.panels;
    this.announcement = loading;
    await this.#panels.run();
    // What was opened may have something to say by now.
    if (this.announcement === loading) this.announcement = '';
  }

  /** What a panel may ask of this element. */
  #hostOf({ panelCatalogues }: typeof import('./panels.ts')): PanelHost {
    const element = this;
    return {
      holder: this.#holder,
      get headingLevel() {
        return element.headingLevel;
      },
      get speech() {
        return element.#language.speech(panelCatalogues, element.catalogues);
      },
      update: (focus) => {
        this.#focusTarget = focus ?? this.#focusTarget;
        this.requestUpdate();
      },
      announce: (words) => {
        this.announcement = words;
      },
      dispatch: (event) => this.dispatchEvent(event),
      open: this.#open,
      close: this.#close,
    };
  }

  #open = (request: PanelRequest, origin: string): void => {
    this.opened = request;
    this.#origin = origin;
    this.#focusTarget = '.title';
    void this.#loadPanels();
  };

  #close = (): void => {
    this.#panel?.closed();
    this.#panel = undefined;
    this.opened = undefined;
    this.#focusTarget = this.#origin;
  };

  #showMissing = (missing: boolean): void => {
    this.missing = missing;
    if (missing) void this.#loadPanels();
  };

  #confirm = (share: Share | undefined): void => {
    const { revocation } = this.#holder;
    if (revocation.running) return;
    revocation.reset();
    this.#focusTarget = share ? '#confirm-revoke' : `#revoke-${CSS.escape(this.confirming ?? '')}`;
    this.confirming = share?.id;
  };

  #revoke = async (share: Share): Promise<void> => {
    if (!(await this.#holder.revocation.run(share.id))) return;
    this.confirming = undefined;
    this.#focusTarget = '#shares';
    this.announcement = this.#speech.words.list.shares.revoked;
    this.dispatchEvent(new DiplomaShareEvent('withdrawn', { ...share, state: 'revoked' }));
    await this.#holder.shares.run();
  };

  #toggle = ({ id }: Diploma): void => {
    const open = new Set(this.open);
    if (!open.delete(id)) open.add(id);
    this.open = open;
  };

  protected override render(): TemplateResult {
    const speech = this.#speech;
    const { words, locale } = speech;
    return html`
      <div class="card" part="card" lang=${locale} dir=${words.direction}>
        ${this.opened && !this.drawing ? this.#renderPanel(this.opened, speech) : this.#renderOverview(speech)}
        <p class="print">${words.list.print}</p>
        <p class="visually-hidden" role="status">${this.drawing ? nothing : this.announcement}</p>
      </div>`;
  }

  #renderPanel({ name }: PanelRequest, speech: ListSpeech): TemplateResult {
    return (
      this.#panel?.render() ??
      panel({
        title: speech.words.list.panels.titles[name],
        headingLevel: this.headingLevel,
        back: speech.words.list.back,
        onBack: this.#close,
        body: this.#renderLoading(speech, '.title'),
      })
    );
  }

  /** @param focus where the focus goes when the button goes away that loads once more. */
  #renderLoading(speech: ListSpeech, focus: string): TemplateResult {
    return loadingPart(this.#panels.state, speech, () => {
      this.#focusTarget = focus;
      void this.#loadPanels();
    });
  }

  get #drawnSignIn(): SignIn {
    if (!this.drawing) return this.#holder.signIn;
    return this.drawing.signedOut ? 'signed-out' : 'signed-in';
  }

  #renderOverview(speech: ListSpeech): TemplateResult {
    const { diplomas, shares, revocation } = this.#holder;
    const missing = this.#showsMissing;
    return overview({
      speech,
      headingLevel: this.headingLevel,
      signIn: this.#drawnSignIn,
      diplomas: diplomas.state,
      shares: shares.state,
      revocation: revocation.state,
      open: this.open,
      confirming: this.confirming,
      missing:
        missing && (this.#coverage?.render() ?? this.#renderLoading(speech, '.coverage summary')),
      onReload: this.#retry,
      onToggle: this.#toggle,
      onOpen: this.#open,
      onMissing: this.#showMissing,
      onConfirm: this.#confirm,
      onRevoke: (share) => void this.#revoke(share),
    });
  }
}

/**
 * Asked each time that a token is set, since several may be set before the next update. A new function
 * is of the same holder: hosts make one at each render.
 */
function isOtherHolder(token: unknown, before: unknown): boolean {
  return token !== before && !(typeof token === 'function' && typeof before === 'function');
}

// Here, where declarations keep it: whoever imports the element knows its events.
declare global {
  interface GlobalEventHandlersEventMap {
    'diploma-download': DiplomaDownloadEvent;
    'diploma-report': DiplomaReportEvent;
    'diploma-share': DiplomaShareEvent;
  }
}
