/**
 * The tags in templates of Svelte 5, typed: `import type {} from '@diplomaregister/elements/svelte'`.
 * Svelte listens to an event under `on` and its name: `ondiploma-verdict`.
 */
import type { HTMLAttributes as Attributes } from 'svelte/elements';
import type { DiplomaList } from '../diploma-list/diploma-list.ts';
import type { DiplomaVerify } from '../diploma-verify/diploma-verify.ts';
import type {
  ElementAttributes,
  ElementEvents,
  ElementListeners,
  ElementProperties,
} from './properties.ts';

type Props<Tag extends keyof ElementEvents, Element extends EventTarget> = Omit<
  Attributes<Element>,
  keyof ElementProperties[Tag]
> &
  ElementProperties[Tag] &
  ElementAttributes[Tag] &
  ElementListeners<Tag>;

declare module 'svelte/elements' {
  export interface SvelteHTMLElements {
    'diploma-list': Props<'diploma-list', DiplomaList>;
    'diploma-verify': Props<'diploma-verify', DiplomaVerify>;
  }
}
