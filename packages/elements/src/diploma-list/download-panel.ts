import type { ExtractRequest } from '@diplomaregister/contract';
import type { TemplateResult } from 'lit';
import { DiplomaDownloadEvent } from './events.ts';
import { extractView } from './extract-view.ts';
import type { Panel, PanelHost } from './panel-host.ts';
import { saveFile } from './save-file.ts';

/** Makes a sealed extract of chosen diplomas, and saves it. */
export class DownloadPanel implements Panel {
  readonly #host: PanelHost;
  /** The id of the diploma that it begins with. */
  readonly #first: string;
  #nothingChosen = false;
  /** The host page left it to the browser's downloads. */
  #saved = false;

  constructor(host: PanelHost, first: string) {
    this.#host = host;
    this.#first = first;
  }

  render(): TemplateResult {
    const { holder, headingLevel, speech } = this.#host;
    return extractView({
      speech,
      headingLevel,
      diplomas: holder.standing,
      first: this.#first,
      state: holder.extract.state,
      problem: this.#nothingChosen,
      saved: this.#saved,
      onMake: (request) => void this.#make(request),
      onBack: () => this.#host.close(),
    });
  }

  closed(): void {
    this.#host.holder.extract.reset();
  }

  async #make(request: ExtractRequest): Promise<void> {
    const { holder, speech } = this.#host;
    this.#nothingChosen = request.diplomaIds.length === 0;
    this.#host.update(this.#nothingChosen ? 'input[name=diploma]' : undefined);
    if (this.#nothingChosen) return;
    this.#host.announce(speech.words.panel.extract.making);
    const extract = await holder.extract.run(request);
    this.#host.announce('');
    if (!extract) return;
    this.#host.update('.title');
    this.#saved = this.#host.dispatch(new DiplomaDownloadEvent(request, extract));
    if (this.#saved) saveFile(extract.file, extract.fileName);
  }
}
