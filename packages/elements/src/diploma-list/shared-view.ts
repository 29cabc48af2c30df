import type { NewShare } from '@diplomaregister/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { isolate } from '../language/isolate.ts';
import { panel } from './panel.ts';
import type { PanelSpeech } from './panel-speech.ts';
import { qrCode } from './qr-code.ts';

/** What can be copied, and how that went. */
export type Copied = 'link' | 'pin' | 'failed';

/** What the view needs. */
export interface SharedViewOptions {
  readonly speech: PanelSpeech;
  readonly headingLevel: number;
  readonly copied: Copied | undefined;
  readonly onCopy: (what: 'link' | 'pin') => void;
  readonly onBack: () => void;
}

/** A share that was just made: its link, its PIN and its QR code, which are seen only here. */
export function sharedView(
  { share, link, pin }: NewShare,
  options: SharedViewOptions,
): TemplateResult {
  const { speech, headingLevel, onCopy, onBack } = options;
  const { shared } = speech.words.panel;
  const lastDay = speech.date(share.expiresOn);
  const body = html`
    <div class="stack wide">
      <p class="soft">
        ${share.receiver ? shared.forReceiver(isolate(share.receiver), lastDay) : shared.until(lastDay)}
      </p>
      <div class="secrets" part="secrets">
        ${qrCode(link, shared.qr)}
        <div class="stack">
          <div class="tight">
            <p class="label">${shared.link}</p>
            <p class="link" part="link" dir="ltr">${link}</p>
          </div>
          <div class="tight">
            <p class="label">${shared.pin}</p>
            <p class="pin" part="pin" dir="ltr"><span aria-hidden="true">${pin}</span><span class="visually-hidden">${[...pin].join(' ')}</span></p>
            <p class="hint" part="hint">${shared.pinHint}</p>
          </div>
        </div>
      </div>
      <div class="actions">
        <button class="button" part="button button-primary" type="button" @click=${() => onCopy('link')}>${shared.copyLink}</button>
        <button class="button plain" part="button" type="button" @click=${() => onCopy('pin')}>${shared.copyPin}</button>
        <p role="status">${options.copied ? copiedWords(options.copied, speech) : nothing}</p>
      </div>
      <div class="note stack" part="note"><p>${shared.once}</p><p>${shared.expires(lastDay)}</p></div>
      <div class="actions">
        <button class="button plain" part="button" type="button" @click=${onBack}>${shared.done}</button>
      </div>
    </div>`;
  const { back } = speech.words.list;
  return panel({ title: shared.title, headingLevel, back, onBack, body });
}

function copiedWords(copied: Copied, speech: PanelSpeech): string {
  const { shared } = speech.words.panel;
  switch (copied) {
    case 'link':
      return shared.linkCopied;
    case 'pin':
      return shared.pinCopied;
    case 'failed':
      return shared.copyFailed;
  }
}
