import type { Schema } from './document.ts';
import { type Html, html, inline, prose } from './html.ts';

/** A schema in words, with links to those that have a name. */
export function typeOf(schema: Schema): Html {
  const { $ref, allOf, items, oneOf, type } = schema;
  if ($ref !== undefined) {
    const name = $ref.split('/').at(-1) ?? '';
    return html`<a href="#schema-${name}">${name}</a>`;
  }
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`;
  if (schema.enum !== undefined) {
    return joined(
      schema.enum.map((value) => html`<code>${JSON.stringify(value)}</code>`),
      ' or ',
    );
  }
  if (oneOf !== undefined) return joined(oneOf.map(typeOf), ' or ');
  if (allOf !== undefined) return joined(allOf.map(typeOf), ' with ');
  if (type === 'array' && items !== undefined)
    return html`list of ${typeOf(items)}${sizeOf(schema)}`;
  if (schema.properties !== undefined) return html`object: ${propertyTable(schema)}`;
  return html`${schema.format ?? type ?? 'any value'}${sizeOf(schema)}`;
}

/** A named schema: what it is, and its properties. */
export function schemaBody(schema: Schema): Html {
  const parts = [schema, ...(schema.allOf ?? [])].filter(({ properties }) => properties);
  const bases = (schema.allOf ?? []).filter(({ $ref }) => $ref !== undefined);
  const isPlain = schema.properties === undefined;
  return html`${prose(schema.description)}
    ${isPlain && parts.length === 0 ? html`<p>${typeOf(schema)}</p>` : undefined}
    ${bases.length > 0 && parts.length > 0 ? html`<p>All of ${joined(bases.map(typeOf), ' and ')}, with:</p>` : undefined}
    ${parts.map(propertyTable)}
    ${schema.oneOf && !isPlain ? html`<p>One of these: ${joined(schema.oneOf.map(oneOfPart), ' or ')}.</p>` : undefined}
    ${schema.pattern === undefined ? undefined : html`<p>Pattern: <code>${schema.pattern}</code></p>`}`;
}

/** An alternative of an object often only says which properties must be there. */
function oneOfPart(schema: Schema): Html {
  const isRule = schema.properties === undefined && schema.$ref === undefined;
  return isRule && schema.required ? names(schema.required) : typeOf(schema);
}

function propertyTable({ properties = {}, required = [] }: Schema): Html {
  return html`<table>
    <thead><tr><th scope="col">Property</th><th scope="col">What</th></tr></thead>
    <tbody>${Object.entries(properties).map(
      ([name, schema]) => html`<tr>
        <th scope="row"><code>${name}</code>${required.includes(name) ? undefined : html` <small>optional</small>`}</th>
        <td>${typeOf(schema)}${schema.description === undefined ? undefined : html`<br>${inline(schema.description)}`}</td>
      </tr>`,
    )}</tbody>
  </table>`;
}

function sizeOf({ default: usual, ...schema }: Schema): Html {
  const bounds = [
    schema.minLength !== undefined && `at least ${schema.minLength} long`,
    schema.maxLength !== undefined && `at most ${schema.maxLength} long`,
    schema.minimum !== undefined && `at least ${schema.minimum}`,
    schema.maximum !== undefined && `at most ${schema.maximum}`,
    schema.minItems !== undefined && `at least ${schema.minItems}`,
    schema.maxItems !== undefined && `at most ${schema.maxItems}`,
    usual !== undefined && `${JSON.stringify(usual)} when absent`,
  ].filter((bound) => bound !== false);
  return html`${bounds.length > 0 ? ` (${bounds.join(', ')})` : ''}`;
}

function names(all: readonly string[]): Html {
  return joined(
    all.map((name) => html`<code>${name}</code>`),
    ' and ',
  );
}

function joined(parts: readonly Html[], between: string): Html {
  return html`${parts.map((part, index) => (index === 0 ? part : html`${between}${part}`))}`;
}
