import { contractDocument } from '../contract/operations.ts';
import {
  type Content,
  operations,
  type Parameter,
  type ReferenceOperation,
  schemas,
} from './document.ts';
import { type Html, html, inline, prose } from './html.ts';
import { schemaBody, typeOf } from './schema-html.ts';

const audiences: Readonly<Record<string, string>> = {
  public: 'Anyone',
  holder: 'Holders',
  institution: 'Institutions',
};

/** The reference of the API as one page, made of the contract. `apiUrl` is where the API is. */
export function referencePage(apiUrl: string): string {
  const { info, tags } = contractDocument;
  const page = html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${info.title} API</title>
  <link rel="stylesheet" href="/docs/reference.css">
</head>
<body>
  <a class="skip" href="#content">Skip to the content</a>
  <header>
    <h1>${info.title} API</h1>
    <p>Version ${info.version}, at <code>${apiUrl}</code>. As a document: <a href="${apiUrl}/openapi.json">openapi.json</a>.</p>
  </header>
  <nav aria-label="Operations">${tags.map(({ name }) => contentsOf(name))}
    <h2>Data</h2>
    <ul><li><a href="#schemas">All schemas</a></li></ul>
  </nav>
  <main id="content">
    ${prose(info.description)}
    ${tags.map(
      ({ description, name }) => html`<section aria-labelledby="for-${name}">
        <h2 id="for-${name}">${audiences[name] ?? name}</h2>
        ${prose(description)}
        ${operationsOf(name).map(operationBody)}
      </section>`,
    )}
    <section aria-labelledby="schemas">
      <h2 id="schemas">Schemas</h2>
      ${schemas.map(
        ([name, schema]) => html`<section aria-labelledby="schema-${name}">
          <h3 id="schema-${name}">${name}</h3>${schemaBody(schema)}
        </section>`,
      )}
    </section>
  </main>
</body>
</html>
`;
  return page.markup;
}

function operationsOf(tag: string): ReferenceOperation[] {
  return operations.filter((operation) => operation.tag === tag);
}

function contentsOf(tag: string): Html {
  return html`<h2>${audiences[tag] ?? tag}</h2>
    <ul>${operationsOf(tag).map(
      ({ id, method, path }) =>
        html`<li><a href="#${id}"><span class="method">${method}</span> ${breakable(path)}</a></li>`,
    )}</ul>`;
}

function operationBody(operation: ReferenceOperation): Html {
  const { description, id, method, parameters, path, requestBody, responses, scopes, summary } =
    operation;
  return html`<article aria-labelledby="${id}">
    <h3 id="${id}"><span class="method">${method}</span> <code>${breakable(path)}</code></h3>
    <p class="summary">${inline(summary)}.</p>
    ${prose(description)}
    ${scopes.length > 0 ? html`<p>Access token with scope <code>${scopes.join(' ')}</code>.</p>` : undefined}
    ${parameters.length > 0 ? parameterTable(parameters) : undefined}
    ${requestBody ? html`<h4>Body</h4>${contentList(requestBody.content)}` : undefined}
    <h4>Answers</h4>
    <table>
      <thead><tr><th scope="col">Status</th><th scope="col">What</th></tr></thead>
      <tbody>${responses.map(
        ([status, response]) => html`<tr>
          <th scope="row">${status === 'default' ? 'other' : status}</th>
          <td>${inline(response.description)}${response.content ? contentList(response.content) : undefined}</td>
        </tr>`,
      )}</tbody>
    </table>
  </article>`;
}

function parameterTable(parameters: readonly Parameter[]): Html {
  return html`<h4>Parameters</h4>
    <table>
      <thead><tr><th scope="col">Name</th><th scope="col">What</th></tr></thead>
      <tbody>${parameters.map(
        ({ description, in: place, name, required, schema }) => html`<tr>
          <th scope="row"><code>${name}</code> <small>in ${place}${required ? '' : ', optional'}</small></th>
          <td>${schema ? typeOf(schema) : undefined}${description === undefined ? undefined : html`<br>${inline(description)}`}</td>
        </tr>`,
      )}</tbody>
    </table>`;
}

function contentList(content: Content): Html {
  return html`<ul class="content">${Object.entries(content).map(
    ([type, { schema }]) =>
      html`<li><code>${type}</code>${schema ? html`: ${typeOf(schema)}` : undefined}</li>`,
  )}</ul>`;
}

/** A path that may go on at the next line after a slash. */
function breakable(path: string): Html[] {
  return path
    .split(/(?=\/)/)
    .map((part, index) => (index === 0 ? html`${part}` : html`<wbr>${part}`));
}
