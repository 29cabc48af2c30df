/** The forms of a sentence with a number in it, by the plural categories of CLDR. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  /** Used where the language needs no other form; `#` stands for the number. */
  readonly other: string;
};

/** What every catalogue says about its own language. */
export interface CatalogueLanguage {
  /** BCP 47, with the region whose way of writing dates is used: `nl-NL`, `en-GB`. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
}

/** Catalogues by language, the primary subtag of BCP 47: `nl`, `en`, `fy`. */
export type Catalogues<Catalogue> = Readonly<Record<string, Catalogue>>;

/** The catalogues of an element's own: Dutch and English are always there. */
export type BuiltInCatalogues<Catalogue> = Catalogues<Catalogue> & {
  readonly nl: Catalogue;
  readonly en: Catalogue;
};

/** Diplomas are awarded, sealed and shared in Dutch time, wherever they are looked at. */
const timeZone = 'Europe/Amsterdam';

/** A catalogue of words with the ways of writing dates and numbers that go with it. */
export class Speech<Catalogue extends CatalogueLanguage> {
  readonly words: Catalogue;
  readonly locale: string;
  /** For `Intl`: where a browser does not know the language, it writes Dutch dates, not its own. */
  readonly #locales: string[];

  constructor(words: Catalogue, locale: string = words.locale) {
    this.words = words;
    this.locale = locale;
    this.#locales = [locale, 'nl-NL'];
  }

  /** `2026-07-08` as "8 juli 2026". */
  date(fullDate: string): string {
    return this.#format(fullDate, { dateStyle: 'long', timeZone: 'UTC' });
  }

  /** `2019-06` as "juni 2019". */
  month(yearMonth: string): string {
    return this.#format(yearMonth, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  }

  /** The Dutch day of a moment: "8 juli 2026". */
  day(instant: string): string {
    return this.#format(instant, { dateStyle: 'long', timeZone });
  }

  /** A moment in Dutch time: "8 juli 2026 om 14:05". */
  moment(instant: string): string {
    return this.#format(instant, { dateStyle: 'long', timeStyle: 'short', timeZone });
  }

  /** A decimal number as the contract writes it, `7.1`, as "7,1"; what is none is shown as it came. */
  decimal(value: string): string {
    if (Number.isNaN(Number(value))) return value;
    const minimumFractionDigits = value.split('.')[1]?.length ?? 0;
    return new Intl.NumberFormat(this.#locales, { minimumFractionDigits }).format(Number(value));
  }

  /** The form that goes with a number. */
  plural(count: number, forms: PluralForms): string {
    const form = forms[new Intl.PluralRules(this.#locales).select(count)] ?? forms.other;
    return form.replace('#', new Intl.NumberFormat(this.#locales).format(count));
  }

  /** What cannot be read as a date is shown as it came, since a later contract may write it so. */
  #format(value: string, options: Intl.DateTimeFormatOptions): string {
    const time = Date.parse(value);
    if (Number.isNaN(time)) return value;
    return new Intl.DateTimeFormat(this.#locales, options).format(time);
  }
}
