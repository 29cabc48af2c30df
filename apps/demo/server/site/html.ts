/** Markup that is safe to send. Made by {@link html} only. */
export interface Html {
  readonly markup: string;
}

type Value = string | number | Html | readonly Html[] | false | undefined;

/** A piece of a page. Every string in it is escaped; nothing comes of `false` and `undefined`. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return { markup: parts.map((part, index) => part + render(values[index])).join('') };
}

function render(value: Value): string {
  if (value === undefined || value === false) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    return value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  }
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('');
}
