/** Markup that is safe to send. Made by {@link html} only. */
export interface Html {
  readonly markup: string;
}

type Value = string | Html | readonly Html[] | undefined;

/** A piece of a page. Every string in it is escaped. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return { markup: parts.map((part, index) => part + render(values[index])).join('') };
}

function render(value: Value): string {
  if (value === undefined) return '';
  if (typeof value === 'string') {
    return value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  }
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('');
}

/** A description of the contract: paragraphs, with code between backquotes. */
export function prose(text: string | undefined): Html[] {
  const paragraphs = (text ?? '').trim().split(/\n\s*\n/);
  return paragraphs.filter((each) => each !== '').map((each) => html`<p>${inline(each)}</p>`);
}

/** One line of a description. */
export function inline(text: string): Html[] {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));
}
