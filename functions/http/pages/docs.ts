/** The API's documentation as one page made from the API document: readable offline, without a script. */
import type { Context } from 'hono';
import { html, page, type Html } from '../html.ts';
import type { ApiDocument } from '../open-api.ts';

type PathItem = NonNullable<ApiDocument['paths']>[string];
type Operation = NonNullable<PathItem['get']>;
type Schema = NonNullable<NonNullable<ApiDocument['components']>['schemas']>[string];

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

interface Described {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

const operationsOf = ({ paths = {} }: ApiDocument): readonly Described[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation ? [{ method, path, operation }] : [];
    }),
  );

const nameOf = (schema: Schema | undefined): Html | string => {
  if (!schema) return '';
  if (!('$ref' in schema)) return String(schema.type ?? 'JSON');
  const name = schema.$ref.split('/').at(-1) ?? '';
  return html`<a href="#schema-${name}">${name}</a>`;
};

/** Descriptions mark code as Markdown does. */
const prose = (text: string): Html =>
  html`${text.split('`').map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : piece))}`;

const bodyOf = ({ requestBody }: Operation): Html | '' => {
  if (!requestBody || '$ref' in requestBody) return '';
  const kinds = Object.entries(requestBody.content);
  return html`<p>
    Body: ${kinds.map(([type, { schema }]) => html`<code>${type}</code> ${nameOf(schema)} `)}
  </p>`;
};

const parametersOf = ({ parameters = [] }: Operation): Html | '' => {
  const named = parameters.flatMap((one) => ('$ref' in one ? [] : [one]));
  if (named.length === 0) return '';
  return html`<table>
    <tr>
      <th>Parameter</th>
      <th>In</th>
      <th>What</th>
    </tr>
    ${named.map(
      ({ name, in: place, description = '', required = false }) =>
        html`<tr>
          <td><code>${name}</code>${required ? '' : html` <small>optional</small>`}</td>
          <td>${place}</td>
          <td>${prose(description)}</td>
        </tr>`,
    )}
  </table>`;
};

const answersOf = ({ responses }: Operation): Html =>
  html`<table>
    <tr>
      <th>Answer</th>
      <th>What</th>
      <th>Body</th>
    </tr>
    ${Object.entries(responses ?? {}).map(
      ([status, { description, content }]) =>
        html`<tr>
          <td>${status}</td>
          <td>${prose(description)}</td>
          <td>${Object.values<{ schema?: Schema }>(content ?? {}).map(({ schema }) => nameOf(schema))}</td>
        </tr>`,
    )}
  </table>`;

const operation = ({ method, path, operation: one }: Described): Html =>
  html`<details class="card">
    <summary>
      <span class="method">${method.toUpperCase()}</span> <code>${path}</code>
      <span>${prose(one.summary ?? '')}</span>
    </summary>
    ${parametersOf(one)} ${bodyOf(one)} ${answersOf(one)}
  </details>`;

const section = (tag: string, operations: readonly Described[]): Html =>
  html`<section>
    <h2>${tag}</h2>
    ${operations.map(operation)}
  </section>`;

const schemas = ({ components }: ApiDocument): Html =>
  html`<section>
    <h2>Schemas</h2>
    ${Object.entries(components?.schemas ?? {}).map(
      ([name, schema]) =>
        html`<details class="card" id="schema-${name}">
          <summary><code>${name}</code></summary>
          <pre>${JSON.stringify(schema, null, 2)}</pre>
        </details>`,
    )}
  </section>`;

export const docsPage = (c: Context, document: ApiDocument): Promise<Response> => {
  const operations = operationsOf(document);
  const tags = [...new Set(operations.map((one) => one.operation.tags?.[0] ?? 'Other'))];
  const of = (tag: string) => operations.filter((one) => (one.operation.tags?.[0] ?? 'Other') === tag);
  return page(c, {
    title: 'API',
    main: html`<h1>${document.info.title} API</h1>
      <p>${prose(document.info.description ?? '')}</p>
      <p>As a document: <a href="/openapi.json">/openapi.json</a> (OpenAPI ${document.openapi}).</p>
      ${tags.map((tag) => section(tag, of(tag)))} ${schemas(document)}`,
  });
};
