import { html, type TemplateResult } from 'lit';
import type { SignIn } from './holder-register.ts';
import type { ListSpeech } from './list-speech.ts';
import { message } from './message.ts';

/** Asks to sign in, with the host page's way to do so. */
export function signInPart(
  signIn: Exclude<SignIn, 'signed-in'>,
  { words }: ListSpeech,
  headingLevel: number,
): TemplateResult {
  return html`${message(words.list.signIn[signIn], headingLevel)}<slot name="signed-out"></slot>`;
}
