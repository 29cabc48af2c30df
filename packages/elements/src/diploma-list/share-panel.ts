import type { TemplateResult } from 'lit';
import { DiplomaShareEvent } from './events.ts';
import { newShareView, readShareForm, type ShareProblem } from './new-share-view.ts';
import type { Panel, PanelHost } from './panel-host.ts';
import { shareTerm } from './share-term.ts';
import { type Copied, sharedView } from './shared-view.ts';

/** Makes a share of chosen diplomas, and shows its link and PIN this once. */
export class SharePanel implements Panel {
  readonly #host: PanelHost;
  /** The id of the diploma that it begins with. */
  readonly #first: string;
  #problem: ShareProblem | undefined;
  #copied: Copied | undefined;

  constructor(host: PanelHost, first: string) {
    this.#host = host;
    this.#first = first;
  }

  render(): TemplateResult {
    const { holder, headingLevel, speech } = this.#host;
    const common = { speech, headingLevel, onBack: () => this.#host.close() };
    const made = holder.share.value;
    if (made) {
      return sharedView(made, {
        ...common,
        copied: this.#copied,
        onCopy: (what) => void this.#copy(what),
      });
    }
    return newShareView({
      ...common,
      diplomas: holder.standing,
      first: this.#first,
      term: shareTerm(new Date()),
      problem: this.#problem,
      state: holder.share.state,
      onMake: (form) => void this.#make(form),
    });
  }

  closed(): void {
    this.#host.holder.share.leave();
  }

  async #make(form: FormData): Promise<void> {
    const { holder, speech } = this.#host;
    const request = readShareForm(form, shareTerm(new Date()));
    this.#problem = typeof request === 'string' ? request : undefined;
    this.#host.update(this.#problem && fields[this.#problem]);
    if (typeof request === 'string') return;
    this.#host.announce(speech.words.panel.newShare.making);
    const made = await holder.share.run(request);
    this.#host.announce('');
    if (!made) return;
    // Who went back in the meantime stays there.
    if (holder.share.value === made) this.#host.update('.title');
    this.#host.dispatch(new DiplomaShareEvent('made', made.share));
    void holder.shares.run();
  }

  async #copy(what: 'link' | 'pin'): Promise<void> {
    const made = this.#host.holder.share.value;
    if (!made) return;
    this.#show(undefined);
    try {
      await navigator.clipboard.writeText(made[what]);
      this.#show(what);
    } catch {
      this.#show('failed');
    }
  }

  #show(copied: Copied | undefined): void {
    this.#copied = copied;
    this.#host.update();
  }
}

/** The field to go to for each problem. */
const fields: Readonly<Record<ShareProblem, string>> = {
  'no-diploma': 'input[name=diploma]',
  term: '#expires-on',
  receiver: '#receiver',
};
