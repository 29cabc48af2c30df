import { html, type TemplateResult } from 'lit';
import { fetchedPart } from '../diploma-list/fetched-part.ts';
import { panel } from '../diploma-list/panel.ts';
import type { Panel, PanelHost } from '../diploma-list/panel-host.ts';
import { accessRecordsView } from './access-records-view.ts';

/** So many more are shown at a time. */
const step = 20;

/** Who looked at the holder's diplomas. */
export class AccessRecordsPanel implements Panel {
  readonly #host: PanelHost;
  #shown = step;

  constructor(host: PanelHost) {
    this.#host = host;
    void this.#load();
  }

  render(): TemplateResult {
    const { headingLevel, speech } = this.#host;
    const { list, panel: words } = speech.words;
    return panel({
      title: list.panels.titles['access-records'],
      headingLevel,
      back: list.back,
      onBack: () => this.#host.close(),
      body: html`<p>${words.access.text}</p>${this.#content()}`,
    });
  }

  closed(): void {
    this.#host.holder.accessRecords.reset();
  }

  #content(): TemplateResult {
    const { headingLevel, holder, speech } = this.#host;
    return fetchedPart(holder.accessRecords.state, {
      speech,
      headingLevel,
      words: speech.words.panel.access,
      onRetry: () => {
        this.#host.update('.title');
        void this.#load();
      },
      draw: (records) =>
        accessRecordsView({
          speech,
          diplomas: holder.diplomas.value ?? [],
          records,
          shown: this.#shown,
          onOlder: this.#older,
        }),
    });
  }

  async #load(): Promise<void> {
    const { holder, speech } = this.#host;
    const { access } = speech.words.panel;
    this.#host.announce(access.loading);
    const records = await holder.accessRecords.run();
    if (!records) return this.#host.announce('');
    this.#host.announce(
      records.length > 0 ? speech.plural(records.length, access.count) : access.none.title,
    );
  }

  #older = (): void => {
    const next = this.#shown + 1;
    this.#shown += step;
    this.#host.update(`.record:nth-child(${next})`);
  };
}
