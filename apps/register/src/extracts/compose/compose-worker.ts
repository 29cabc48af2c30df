import { move } from 'piscina';
import type { ComposeTask } from './composer.ts';
import { createTypesetter, type Typesetter } from './typesetter.ts';

let typesetter: Typesetter | undefined;

/** What a worker thread does. It keeps its fonts and template from one extract to the next. */
export default function compose({ extract, options }: ComposeTask): Uint8Array {
  typesetter ??= createTypesetter();
  // A copy of its own memory, which then moves to the other thread instead of being copied again.
  return move(Uint8Array.from(typesetter.compose(extract, options))) as Uint8Array;
}
