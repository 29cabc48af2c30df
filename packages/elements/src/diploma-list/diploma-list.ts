import type { Diploma, ExtractRequest, Share } from '@diplomaregister/contract';
import type { AccessToken } from '@diplomaregister/sdk';
import {
  type CSSResultGroup,
  html,
  LitElement,
  type nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { LanguageController } from '../language/language-controller.ts';
import { listCatalogues } from '../language/list-catalogues.ts';
import type { ListCatalogue } from '../language/list-words.ts';
import type { Catalogues } from '../language/speech.ts';
import { controls } from '../tokens/controls.styles.ts';
import { tokens } from '../tokens/tokens.styles.ts';
import { listStyles } from './diploma-list.styles.ts';
import { DiplomaDownloadEvent, DiplomaShareEvent } from './events.ts';
import { extractView } from './extract-view.ts';
import { HolderRegister } from './holder-register.ts';
import type { ListSpeech } from './list-speech.ts';
import { newShareView, readShareForm, type ShareProblem } from './new-share-view.ts';
import { overview } from './overview.ts';
import { saveFile } from './save-file.ts';
import { shareTerm } from './share-term.ts';
import { type Copied, sharedView } from './shared-view.ts';

/** What is on show: the list, or one thing to do with the diploma that it began with. */
type Panel =
  | { readonly name: 'list' }
  | { readonly name: 'download'; readonly first: string; readonly problem?: boolean }
  | { readonly name: 'share'; readonly first: string; readonly problem?: ShareProblem };

/**
 * Shows holders their diplomas, makes sealed extracts of them, and shares them. The host page signs
 * the holder in and gives the access token.
 *
 * @tag diploma-list
 * @slot signed-out - What to do when nobody is signed in: the host page's way to sign in.
 * @fires diploma-download - An extract was made; prevent the default to keep it from being saved.
 * @fires diploma-share - A share was made or withdrawn. Never carries the link or the PIN.
 * @csspart card - The whole.
 * @csspart title - The heading.
 * @csspart sector - The diplomas of one sector, below `sector-title`.
 * @csspart diploma - One diploma, with `diploma-title`, `standing` and `details`.
 * @csspart holder - Name and birth date.
 * @csspart facts - What, when and where.
 * @csspart marks - The table of marks.
 * @csspart button - Any button.
 * @csspart button-primary - The main button.
 * @csspart input - A field.
 * @csspart problem - What went wrong.
 * @csspart panel - One thing to do: download, share, or a share that was made.
 * @csspart choose - The choice of diplomas.
 * @csspart secrets - Link, PIN and QR code of a share; also `link`, `pin` and `qr`.
 * @csspart note - Something to remember.
 * @csspart shares - The shares, below `shares-title`; each is a `share` with its `state`.
 * @csspart confirm - The question before a share is withdrawn.
 * @csspart coverage - Which diplomas are in the register.
 * @cssstate signed-out - Nobody is signed in.
 * @cssstate loading - The diplomas are being fetched.
 * @cssstate failed - The diplomas could not be fetched.
 * @cssstate empty - There are none.
 * @cssstate ready - There are diplomas.
 */
export class DiplomaList extends LitElement {
  static override styles: CSSResultGroup = [tokens, controls, listStyles];
  static override properties: PropertyDeclarations = {
    register: {},
    headingLevel: { attribute: 'heading-level', type: Number },
    accessToken: { attribute: false },
    catalogues: { attribute: false },
    panel: { state: true },
    open: { state: true },
    confirming: { state: true },
    copied: { state: true },
    announcement: { state: true },
  };

  readonly #language = new LanguageController(this);
  readonly #internals = this.attachInternals();
  readonly #holder = new HolderRegister(
    () => ({ register: this.register, accessToken: this.accessToken }),
    () => this.requestUpdate(),
  );
  /** Where the focus goes after the next update. */
  #focusTarget: string | undefined;

  private panel: Panel = { name: 'list' };
  private open: ReadonlySet<string> = new Set();
  private confirming: string | undefined;
  private copied: Copied | undefined;
  private announcement = '';

  /** The address of the register's API with its version: `https://register.example/v1`. */
  register = '';

  /** The level of the element's heading in the page, 1 to 4. */
  headingLevel = 2;

  /** The holder's access token, or a function that gives it; nothing while nobody is signed in. */
  accessToken: AccessToken | undefined;

  /** Languages to add, or to put in the place of a built-in one: `{ fy: … }`. */
  catalogues: Catalogues<ListCatalogue> | undefined;

  /** Gets diplomas and shares again. */
  async reload(): Promise<void> {
    const speech = this.#speech;
    this.announcement = speech.words.list.loading;
    await this.#holder.load();
    const diplomas = this.#holder.diplomas.value;
    this.announcement = diplomas ? speech.plural(diplomas.length, speech.words.list.count) : '';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    // A new function for the same holder is no reason to fetch again: hosts make one at each render.
    const before = changed.get('accessToken');
    const token = this.accessToken;
    const sameHolder = typeof before === 'function' && typeof token === 'function';
    if (changed.has('register') || (changed.has('accessToken') && !sameHolder)) {
      this.#holder.forget();
      this.panel = { name: 'list' };
      if (this.register && token) void this.reload();
    }
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

  #stateName(): string {
    const { diplomas, signedOut } = this.#holder;
    if (signedOut) return 'signed-out';
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

  #show(panel: Panel): void {
    const { panel: previous } = this;
    this.panel = panel;
    if (panel.name !== 'list') this.#focusTarget = '.title';
    else if (previous.name !== 'list')
      this.#focusTarget = `#${previous.name}-${CSS.escape(previous.first)}`;
  }

  /** The button that asked for it goes away, and must not take the focus with it. */
  #retry = (): void => {
    this.#focusTarget = '.title';
    void this.reload();
  };

  #back = (): void => {
    this.#holder.extract.reset();
    this.#holder.share.reset();
    this.copied = undefined;
    this.#show({ name: 'list' });
  };

  async #makeExtract(request: ExtractRequest, first: string): Promise<void> {
    const problem = request.diplomaIds.length === 0;
    this.panel = { name: 'download', first, problem };
    if (problem) return;
    this.announcement = this.#speech.words.list.extract.making;
    const extract = await this.#holder.extract.run(request);
    this.announcement = '';
    if (!extract) return;
    this.#focusTarget = '.title';
    const untouched = this.dispatchEvent(new DiplomaDownloadEvent(request, extract));
    if (untouched) saveFile(extract.file, extract.fileName);
  }

  async #makeShare(form: FormData, first: string): Promise<void> {
    const request = readShareForm(form, shareTerm(new Date()));
    if (typeof request === 'string') {
      this.panel = { name: 'share', first, problem: request };
      this.#focusTarget = shareFields[request];
      return;
    }
    this.panel = { name: 'share', first };
    this.announcement = this.#speech.words.list.newShare.making;
    const made = await this.#holder.share.run(request);
    this.announcement = '';
    if (!made) return;
    this.#focusTarget = '.title';
    this.dispatchEvent(new DiplomaShareEvent('made', made.share));
    void this.#holder.shares.run();
  }

  #confirm = (share: Share | undefined): void => {
    this.#holder.revocation.reset();
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

  #copy = async (what: 'link' | 'pin'): Promise<void> => {
    const made = this.#holder.share.value;
    if (!made) return;
    this.copied = undefined;
    try {
      await navigator.clipboard.writeText(made[what]);
      this.copied = what;
    } catch {
      this.copied = 'failed';
    }
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
        ${this.#renderPanel(speech)}
        <p class="print">${words.list.print}</p>
        <p class="visually-hidden" role="status">${this.announcement}</p>
      </div>`;
  }

  #renderPanel(speech: ListSpeech): TemplateResult | typeof nothing {
    const { panel } = this;
    const diplomas = (this.#holder.diplomas.value ?? []).filter(
      ({ standing }) => standing === 'valid',
    );
    const common = { speech, headingLevel: this.headingLevel, diplomas, onBack: this.#back };
    switch (panel.name) {
      case 'list':
        return this.#renderOverview(speech);
      case 'download':
        return extractView({
          ...common,
          first: panel.first,
          problem: panel.problem ?? false,
          state: this.#holder.extract.state,
          onMake: (request) => void this.#makeExtract(request, panel.first),
        });
      case 'share': {
        const made = this.#holder.share.value;
        if (made) return sharedView(made, { ...common, copied: this.copied, onCopy: this.#copy });
        return newShareView({
          ...common,
          first: panel.first,
          term: shareTerm(new Date()),
          problem: panel.problem,
          state: this.#holder.share.state,
          onMake: (form) => void this.#makeShare(form, panel.first),
        });
      }
    }
  }

  #renderOverview(speech: ListSpeech): TemplateResult {
    const { diplomas, shares, revocation, signedOut } = this.#holder;
    return overview({
      speech,
      headingLevel: this.headingLevel,
      signedOut,
      diplomas: diplomas.state,
      shares: shares.state,
      revocation: revocation.state,
      open: this.open,
      confirming: this.confirming,
      onReload: this.#retry,
      onToggle: this.#toggle,
      onDownload: ({ id }) => this.#show({ name: 'download', first: id }),
      onShare: ({ id }) => this.#show({ name: 'share', first: id }),
      onConfirm: this.#confirm,
      onRevoke: (share) => void this.#revoke(share),
    });
  }
}

/** The field to go to for each problem. */
const shareFields: Readonly<Record<ShareProblem, string>> = {
  'no-diploma': 'input[name=diploma]',
  term: '#expires-on',
  receiver: '#receiver',
};
