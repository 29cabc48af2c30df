import type { AccessRecord, Diploma } from '@diplomaregister/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { dutchName } from '../diploma/dutch-name.ts';
import type { PanelSpeech } from '../diploma-list/panel-speech.ts';
import { sayAccess } from './say-access.ts';

/** What the view needs. */
export interface AccessRecordsViewOptions {
  readonly speech: PanelSpeech;
  readonly diplomas: readonly Diploma[];
  /** Newest first. */
  readonly records: readonly AccessRecord[];
  /** How many of them are shown. */
  readonly shown: number;
  readonly onOlder: () => void;
}

/** Who looked: the name, the way, what was to be seen, and when. */
export function accessRecordsView(options: AccessRecordsViewOptions): TemplateResult {
  const { speech, records, shown, onOlder } = options;
  const { access } = speech.words.panel;
  const opened = records.some(({ way }) => way === 'share-opened');
  return html`
    <ul class="records">
      ${records.slice(0, shown).map((record) => html`<li class="record" part="access-record" tabindex="-1">${recordPart(record, options)}</li>`)}
    </ul>
    ${
      records.length > shown
        ? html`<div class="actions"><button class="button plain" part="button" type="button" @click=${onOlder}>${access.older}</button></div>`
        : nothing
    }
    ${opened ? html`<p class="note" part="note">${access.doubt}</p>` : nothing}`;
}

function recordPart(
  record: AccessRecord,
  { speech, diplomas }: AccessRecordsViewOptions,
): TemplateResult {
  const { access } = speech.words.panel;
  const { who, what } = sayAccess(record, access);
  const known = diplomas.filter(({ id }) => record.diplomaIds.includes(id));
  const names = [
    ...known.map((diploma) => dutchName(diploma.programme, speech)),
    ...(known.length < record.diplomaIds.length ? [access.otherDiploma] : []),
  ];
  return html`
    <div class="head">
      <p class="who" part="who"><bdi>${who}</bdi></p>
      <p class="when soft"><time datetime=${record.accessedAt}>${speech.moment(record.accessedAt)}</time></p>
    </div>
    <p>${what}</p>
    ${
      names.length > 0
        ? html`<p class="hint" part="hint">${access.seen} ${names.map((name, index) => [index > 0 ? ' · ' : '', name])}</p>`
        : nothing
    }`;
}
