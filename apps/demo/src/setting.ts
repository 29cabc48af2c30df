/** What the server tells the page's script, by a `<meta>` of that name. */
export function setting(name: string): string {
  const value = document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;
  if (value === undefined) throw new Error(`The page has no setting "${name}".`);
  return value;
}
