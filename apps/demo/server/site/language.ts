/** The languages of the site. Dutch has the short addresses, English those below `/en`. */
export const languages = ['nl', 'en'] as const;

export type SiteLanguage = (typeof languages)[number];

/** A text in each language. */
export type Text = Readonly<Record<SiteLanguage, string>>;

/** The address of a page: `/portal/`, `/en/portal/`. */
export function pathOf(page: string, language: SiteLanguage): string {
  return `${language === 'nl' ? '' : `/${language}`}/${page}`;
}

export function otherLanguage(language: SiteLanguage): SiteLanguage {
  return language === 'nl' ? 'en' : 'nl';
}
