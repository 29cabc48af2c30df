import { UnauthorizedError } from '@diplomaregister/sdk';
import { html, type TemplateResult } from 'lit';
import { problemLine } from '../problem/problem-line.ts';
import type { ListSpeech } from './list-speech.ts';
import { signInPart } from './sign-in-part.ts';

/** What the part needs. */
export interface FailurePartOptions {
  readonly speech: ListSpeech;
  /** Of the part that it stands in. */
  readonly headingLevel: number;
}

/** Why something did not work. Without a token that is still taken another try would end the same. */
export function failurePart(
  error: unknown,
  words: string,
  { speech, headingLevel }: FailurePartOptions,
): TemplateResult {
  return error instanceof UnauthorizedError
    ? html`<div class="stack">${signInPart('signed-out', speech, headingLevel + 1)}</div>`
    : problemLine(words);
}
