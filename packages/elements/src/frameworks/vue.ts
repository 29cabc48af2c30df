/**
 * The tags in templates of Vue 3, typed: `import type {} from '@diplomaregister/elements/vue'`. Tell
 * Vue's compiler that they are no components of its own: `isCustomElement`.
 */
import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { DiplomaList } from '../diploma-list/diploma-list.ts';
import type { DiplomaVerify } from '../diploma-verify/diploma-verify.ts';
import type { ElementEvents, ElementProperties } from './properties.ts';

type Emitted<Events> = { [Name in keyof Events]: (event: Events[Name]) => void };

type VueElement<Tag extends keyof ElementEvents, Element> = new () => Element & {
  /** What a template can give. @deprecated Only for the types of templates. */
  $props: HTMLAttributes & ElementProperties[Tag] & PublicProps;
  /** What a template can listen to. @deprecated Only for the types of templates. */
  $emit: EmitFn<Emitted<ElementEvents[Tag]>>;
};

declare module 'vue' {
  export interface GlobalComponents {
    'diploma-list': VueElement<'diploma-list', DiplomaList>;
    'diploma-verify': VueElement<'diploma-verify', DiplomaVerify>;
  }
}
