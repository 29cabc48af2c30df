import type { RepresentativeAct } from '@diplomaregister/contract';
import type { PluralForms } from './speech.ts';

/** What `<diploma-list>` says about who looked. */
export interface AccessWords {
  readonly text: string;
  readonly loading: string;
  readonly count: PluralForms;
  readonly none: { readonly title: string; readonly text: string };
  readonly failed: string;
  /** Who looked without a name: by a share that was made for nobody in particular. */
  readonly holderOfLink: string;
  readonly somebody: string;
  /** The link for a receiver was opened: the register cannot tell whether by that receiver. */
  readonly shareOpened: string;
  /** The same of a link for nobody in particular. */
  readonly namelessShareOpened: string;
  readonly institutionLookup: string;
  readonly representative: Readonly<Record<RepresentativeAct['action'], string>>;
  readonly otherWay: string;
  /** Before the names of the diplomas that were to be seen. */
  readonly seen: string;
  /** In the place of the name of one that is no more in the list. */
  readonly otherDiploma: string;
  readonly older: string;
  readonly doubt: string;
}
