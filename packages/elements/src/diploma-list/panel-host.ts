import type { TemplateResult } from 'lit';
import type { HolderRegister } from './holder-register.ts';
import type { PanelRequest } from './panel-request.ts';
import type { PanelSpeech } from './panel-speech.ts';

/** What a panel may ask of the element that it is shown in. */
export interface PanelHost {
  readonly holder: HolderRegister;
  /** The level of the panel's heading. */
  readonly headingLevel: number;
  /** The language at this moment. */
  readonly speech: PanelSpeech;
  /** Draws again; the focus then goes to what the selector finds. */
  update(focus?: string): void;
  /** Says something to who hears the page; nothing any more when it is empty. */
  announce(words: string): void;
  /** @returns whether nobody prevented the default. */
  dispatch(event: Event): boolean;
  /** Opens a panel; when it closes the focus goes to what the selector finds. */
  open(request: PanelRequest, origin: string): void;
  /** Back to the list. */
  close(): void;
}

/** A part of the list whose code is loaded when it is opened. */
export interface Panel {
  render(): TemplateResult;
  /** It is no longer on show: secrets and what was typed are forgotten; what is being sent goes on. */
  closed(): void;
}
