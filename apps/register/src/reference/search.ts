import type { Sector } from '@diplomaregister/contract';

export interface SearchOptions {
  /** Words that must all be found, whatever their order, case and accents. */
  readonly search?: string;
  readonly sector?: Sector;
  /** The entry after which the list goes on, by its key. */
  readonly after?: string;
  readonly limit: number;
}

/** How the entries of a list are found. */
export interface Searchable<Entry> {
  /** Unlike that of any other entry. */
  key(entry: Entry): string;
  name(entry: Entry): string;
  /** All that words are looked for in. */
  texts(entry: Entry): readonly (string | undefined)[];
  sectors(entry: Entry): readonly Sector[];
}

/** A list in memory, in the order of names. */
export interface SearchIndex<Entry> {
  /** One more than `limit`, when there are more; undefined when there is no entry `after`. */
  find(options: SearchOptions): readonly Entry[] | undefined;
}

const collator = new Intl.Collator('nl');

/** Makes a list that is sorted and folded once, and then searched from its beginning to its end. */
export function createSearchIndex<Entry>(
  entries: Iterable<Entry>,
  { key, name, sectors, texts }: Searchable<Entry>,
): SearchIndex<Entry> {
  const sorted = [...entries]
    .map((entry) => ({ entry, key: key(entry), name: name(entry), text: foldAll(texts(entry)) }))
    .sort((one, other) => collator.compare(one.name, other.name) || (one.key < other.key ? -1 : 1));
  const places = new Map(sorted.map((each, place) => [each.key, place]));
  return {
    find({ after, limit, search = '', sector }) {
      const place = after === undefined ? -1 : places.get(after);
      if (place === undefined) return undefined;
      const words = fold(search).split(/\s+/);
      const found: Entry[] = [];
      for (const { entry, text } of sorted.slice(place + 1)) {
        if (sector !== undefined && !sectors(entry).includes(sector)) continue;
        if (!words.every((word) => text.includes(word))) continue;
        found.push(entry);
        if (found.length > limit) break;
      }
      return found;
    },
  };
}

function foldAll(texts: readonly (string | undefined)[]): string {
  return fold(texts.filter((text) => text !== undefined).join(' '));
}

/** Without case and accents, and with the apostrophe of a telephone as that of a keyboard. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[‘’]/g, "'").toLowerCase().trim();
}
