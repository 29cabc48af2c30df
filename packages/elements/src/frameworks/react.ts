/**
 * The tags in JSX of React 19, typed: `import type {} from '@diplomaregister/elements/react'`. React
 * sets properties, and listens to an event under `on` and its name: `ondiploma-verdict`.
 */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { DiplomaList } from '../diploma-list/diploma-list.ts';
import type { DiplomaVerify } from '../diploma-verify/diploma-verify.ts';
import type {
  ElementAttributes,
  ElementEvents,
  ElementListeners,
  ElementProperties,
} from './properties.ts';

type Props<Tag extends keyof ElementEvents, Element> = DetailedHTMLProps<
  HTMLAttributes<Element>,
  Element
> &
  ElementProperties[Tag] &
  ElementAttributes[Tag] &
  ElementListeners<Tag>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'diploma-list': Props<'diploma-list', DiplomaList>;
      'diploma-verify': Props<'diploma-verify', DiplomaVerify>;
    }
  }
}
