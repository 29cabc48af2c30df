import type { AccessRecord } from '@diplomaregister/contract';
import type { AccessWords } from '../language/access-words.ts';

/** Who looked, and what they did, in words. */
export interface SpokenAccess {
  /** A name that somebody gave, or words for who has none. */
  readonly who: string;
  readonly what: string;
}

/** Says who looked and by which way. A way of a later contract is told without its particulars. */
export function sayAccess(record: AccessRecord, words: AccessWords): SpokenAccess {
  switch (record.way) {
    case 'share-opened':
      return record.receiver === undefined
        ? { who: words.holderOfLink, what: words.namelessShareOpened }
        : { who: record.receiver, what: words.shareOpened };
    case 'institution-lookup': {
      const { name, city } = record.institution;
      return { who: `${name}, ${city}`, what: words.institutionLookup };
    }
    case 'representative':
      return {
        who: record.representative,
        what: words.representative[record.action] ?? words.otherWay,
      };
    default:
      return { who: words.somebody, what: words.otherWay };
  }
}
