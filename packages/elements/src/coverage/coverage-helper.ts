import type { Coverage } from '@diplomaregister/contract';
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { Panel, PanelHost } from '../diploma-list/panel-host.ts';
import { retryPart } from '../diploma-list/retry-part.ts';
import { answerCoverage, type CoverageAnswer, type DiplomaKind } from './coverage-answer.ts';
import { coverageView } from './coverage-view.ts';

/** Helps who misses a diploma: asks its kind and year, and says whether it should be there. */
export class CoverageHelper implements Panel {
  readonly #host: PanelHost;
  #kind: DiplomaKind | undefined;
  #year = '';

  constructor(host: PanelHost) {
    this.#host = host;
    void this.#load();
  }

  render(): TemplateResult {
    const { holder, speech } = this.#host;
    const { coverage: words } = speech.words.panel;
    const { state } = holder.coverage;
    switch (state.phase) {
      case 'idle':
      case 'running':
        return html`<p class="soft">${words.loading}</p>`;
      case 'failed':
        return retryPart(words.failed, speech, this.#retry);
      case 'done':
        return coverageView({
          speech,
          coverage: state.value,
          kind: this.#kind,
          year: this.#year,
          answer: this.#answer(state.value),
          onKind: (kind) => this.#ask(kind, this.#year),
          onYear: (year) => this.#ask(this.#kind, year),
          onReport: () => this.#host.open({ name: 'report' }, '#report-missing'),
        });
    }
  }

  closed(): void {
    this.#kind = undefined;
    this.#year = '';
  }

  #retry = (): void => {
    this.#host.update('.coverage summary');
    void this.#load();
  };

  async #load(): Promise<void> {
    const { holder, speech } = this.#host;
    this.#host.announce(speech.words.panel.coverage.loading);
    await holder.coverage.run();
    this.#host.announce('');
  }

  #ask(kind: DiplomaKind | undefined, year: string): void {
    this.#kind = kind;
    this.#year = year;
    this.#host.update();
  }

  /** There is none while somebody still types. */
  #answer(coverage: Coverage): CoverageAnswer | undefined {
    if (this.#kind === undefined) return undefined;
    const answer = answerCoverage(coverage, this.#kind, Number(this.#year), new Date());
    return answer.outcome !== 'elsewhere' && this.#year.length < 4 ? undefined : answer;
  }
}
