import type { CorrectionRequest } from '@diplomaregister/contract';
import { html, type TemplateResult } from 'lit';
import { DiplomaReportEvent } from '../diploma-list/events.ts';
import { fetchedPart } from '../diploma-list/fetched-part.ts';
import { panel } from '../diploma-list/panel.ts';
import type { Panel, PanelHost } from '../diploma-list/panel-host.ts';
import { correctionsView } from './corrections-view.ts';
import { type ReportProblems, readReport, refusedFields } from './report-form.ts';
import { reportView, sentView } from './report-view.ts';

/** What is on show: the form, the word that it was sent, or all that was reported. */
type Step = 'form' | 'sent' | 'all';

/** How a report begins. */
export interface ReportStart {
  readonly step: 'form' | 'all';
  /** The id of the diploma in which something is wrong; absent when one is missing. */
  readonly diploma?: string | undefined;
}

/** Reports a diploma that is wrong or missing, and shows what became of earlier reports. */
export class ReportPanel implements Panel {
  readonly #host: PanelHost;
  /** Where the holder came in: closing the form leads back there. */
  readonly #start: ReportStart;
  #step: Step;
  #reason: CorrectionRequest['reason'];
  #problems: ReportProblems = {};

  constructor(host: PanelHost, start: ReportStart) {
    this.#host = host;
    this.#start = start;
    this.#step = start.step;
    this.#reason = start.diploma === undefined ? 'missing' : 'wrong';
    if (start.step === 'all') void this.#load();
  }

  render(): TemplateResult {
    const { holder, headingLevel, speech } = this.#host;
    const { list, panel: words } = speech.words;
    const { titles } = list.panels;
    const sent = holder.correction.value;
    const toAll = this.#step !== 'all' && this.#start.step === 'all';
    const frame = {
      headingLevel,
      back: toAll ? titles['correction-requests'] : list.back,
      onBack: () => (toAll ? this.#show('all', '#new-report') : this.#host.close()),
    };
    if (this.#step === 'all') {
      return panel({ ...frame, title: titles['correction-requests'], body: this.#allPart() });
    }
    if (this.#step === 'sent' && sent) {
      const body = sentView(sent, {
        speech,
        onAll: () => this.#show('all'),
        onDone: () => this.#host.close(),
      });
      return panel({ ...frame, title: words.corrections.sentTitle, body });
    }
    return panel({ ...frame, title: titles.report, body: this.#formPart() });
  }

  closed(): void {
    this.#host.holder.corrections.reset();
    this.#leaveForm();
  }

  #formPart(): TemplateResult {
    const { holder, speech } = this.#host;
    return reportView({
      speech,
      diplomas: holder.diplomas.value ?? [],
      first: this.#start.diploma,
      reason: this.#reason,
      problems: this.#problems,
      found: holder.institutions.state,
      state: holder.correction.state,
      onReason: (reason) => {
        this.#reason = reason;
        this.#problems = {};
        this.#host.update();
      },
      onFind: (search) => void this.#find(search),
      onSend: (form) => void this.#send(form),
    });
  }

  #allPart(): TemplateResult {
    const { headingLevel, holder, speech } = this.#host;
    const { corrections } = speech.words.panel;
    return html`
      <div class="actions">
        <button class="button" part="button button-primary" type="button" id="new-report" @click=${() => this.#show('form')}>${speech.words.list.panels.titles.report}</button>
      </div>
      ${fetchedPart(holder.corrections.state, {
        speech,
        headingLevel,
        words: { ...corrections, failed: corrections.failedToGet },
        onRetry: () => {
          this.#host.update('.title');
          void this.#load();
        },
        draw: (requests) =>
          correctionsView(requests, {
            speech,
            headingLevel,
            diplomas: holder.diplomas.value ?? [],
          }),
      })}`;
  }

  #show(step: 'form' | 'all', focus = '.title'): void {
    this.#leaveForm();
    this.#step = step;
    this.#problems = {};
    this.#host.update(focus);
    if (step === 'all') void this.#load();
  }

  #leaveForm(): void {
    const { correction, institutions } = this.#host.holder;
    correction.leave();
    institutions.reset();
  }

  async #load(): Promise<void> {
    const { holder, speech } = this.#host;
    const words = speech.words.panel.corrections;
    this.#host.announce(words.loading);
    const requests = await holder.corrections.run();
    if (!requests) return this.#host.announce('');
    this.#host.announce(
      requests.length > 0 ? speech.plural(requests.length, words.count) : words.none.title,
    );
  }

  async #find(search: string): Promise<void> {
    const { holder, speech } = this.#host;
    const { institution } = speech.words.panel.corrections;
    this.#host.announce(institution.finding);
    const found = await holder.institutions.run(search);
    if (!found) return this.#host.announce('');
    this.#host.announce(
      found.items.length > 0
        ? speech.plural(found.items.length, institution.found)
        : institution.none,
    );
  }

  async #send(form: FormData): Promise<void> {
    const { holder, speech } = this.#host;
    const read = readReport(form);
    if ('problems' in read) return this.#refuse(read.problems);
    this.#refuse({});
    this.#host.announce(speech.words.panel.corrections.sending);
    const sent = await holder.correction.run(read.request);
    this.#host.announce('');
    const { state } = holder.correction;
    if (state.phase === 'failed') this.#refuse(refusedFields(state.error));
    if (!sent) return;
    this.#host.dispatch(new DiplomaReportEvent(sent));
    // Who went back in the meantime stays there.
    if (holder.correction.value === sent) {
      this.#step = 'sent';
      this.#host.update('.title');
    } else if (holder.corrections.state.phase !== 'idle') void this.#load();
  }

  #refuse(problems: ReportProblems): void {
    this.#problems = problems;
    const [first] = (['diploma', 'institution', 'text'] as const).filter(
      (field) => problems[field],
    );
    this.#host.update(first && `#report-${first}`);
  }
}
