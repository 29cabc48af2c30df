import type { Diploma } from '@diplomaregister/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { awardWords } from '../diploma/award.ts';
import { diplomaFacts, holderFacts } from '../diploma/diploma-facts.ts';
import { dutchName } from '../diploma/dutch-name.ts';
import { marksTable } from '../diploma/marks-table.ts';
import { wordOf } from '../diploma/word-of.ts';
import type { ListSpeech } from './list-speech.ts';
import type { PanelRequest } from './panel-request.ts';
import { groupBySector, type SectorGroup } from './sector-groups.ts';

/** What the view needs. */
export interface DiplomasViewOptions {
  readonly speech: ListSpeech;
  readonly headingLevel: number;
  /** The ids of the diplomas whose details are open. */
  readonly open: ReadonlySet<string>;
  readonly onToggle: (diploma: Diploma) => void;
  readonly onOpen: (request: PanelRequest, origin: string) => void;
}

/** The holder's diplomas by sector, newest first. */
export function diplomasView(
  diplomas: readonly Diploma[],
  options: DiplomasViewOptions,
): TemplateResult {
  return html`${groupBySector(diplomas).map((group) => sectorPart(group, options))}`;
}

function sectorPart(
  { sector, diplomas }: SectorGroup,
  options: DiplomasViewOptions,
): TemplateResult {
  const { speech, headingLevel } = options;
  return html`
    <section class="sector" part="sector">
      <div class="sector-title" part="sector-title" role="heading" aria-level=${headingLevel + 1}>
        ${wordOf(sector, speech.words.diploma.sectors)}
      </div>
      <ul>
        ${diplomas.map((diploma) => html`<li>${diplomaPart(diploma, options)}</li>`)}
      </ul>
    </section>`;
}

function diplomaPart(diploma: Diploma, options: DiplomasViewOptions): TemplateResult {
  const { speech, headingLevel, open } = options;
  const { diploma: words, list } = speech.words;
  const isOpen = open.has(diploma.id);
  const withdrawn = diploma.standing === 'withdrawn';
  return html`
    <article class="diploma" part="diploma">
      <div class="head">
        <div class="tight">
          <div class="subtitle" part="diploma-title" role="heading" aria-level=${headingLevel + 2}>
            ${dutchName(diploma.programme, speech)}
          </div>
          <p class="soft">${wordOf(diploma.level, words.levels)} · <bdi>${diploma.institution.name}</bdi></p>
        </div>
        <p class="when soft">${awardWords(diploma, speech)}</p>
      </div>
      ${
        withdrawn
          ? html`<p class="tight"><span class="tag bad" part="standing">${list.standing.withdrawn}</span><span>${list.withdrawnText}</span></p>`
          : nothing
      }
      <div class="actions">
        ${
          withdrawn
            ? nothing
            : [action('download', diploma, options), action('share', diploma, options)]
        }
        <button class="button quiet" part="button" type="button" aria-expanded=${isOpen}
          @click=${() => options.onToggle(diploma)}>${list.details}${ofDiploma(diploma, speech)}</button>
      </div>
      ${
        isOpen
          ? html`<div class="details stack" part="details">
              ${holderFacts(diploma.holder, speech)} ${diplomaFacts(diploma, speech)}
              ${diploma.marks ? marksTable(diploma.marks, speech) : nothing}
              <div class="actions">${action('report', diploma, options)}</div>
            </div>`
          : nothing
      }
    </article>`;
}

function action(
  name: 'download' | 'share' | 'report',
  diploma: Diploma,
  { speech, onOpen }: DiplomasViewOptions,
): TemplateResult {
  const look = name === 'report' ? 'quiet' : 'plain';
  const id = `${name}-${diploma.id}`;
  return html`<button class="button ${look}" part="button" type="button" id=${id}
    @click=${() => onOpen({ name, diploma: diploma.id }, `#${CSS.escape(id)}`)}>${speech.words.list[name]}${ofDiploma(diploma, speech)}</button>`;
}

/** Tells buttons with the same words apart for who hears them out of their place. */
function ofDiploma(diploma: Diploma, speech: ListSpeech): TemplateResult {
  return html`<span class="visually-hidden"> ${dutchName(diploma.programme, speech)}</span>`;
}
