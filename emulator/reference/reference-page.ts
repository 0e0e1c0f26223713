import { asHtml, nameOfReference, type Schema, typeOf } from './describe-schema.ts';

interface Parameter {
  readonly $ref?: string;
  readonly name?: string;
  readonly in?: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
}

interface Content {
  readonly schema?: Schema;
  readonly example?: unknown;
}

interface DocumentedOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Content>> };
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Readonly<Record<string, Content>> }>
  >;
  readonly 'x-scopes': readonly string[];
}

/** The parts of our OpenAPI document that the page shows. */
export interface ApiDocument {
  readonly info: { readonly title: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
  readonly components: {
    readonly parameters: Readonly<Record<string, Parameter>>;
    readonly schemas: Readonly<Record<string, Schema>>;
  };
}

const style = `
:root{color-scheme:light dark;--line:color-mix(in srgb,currentColor 18%,transparent);--soft:color-mix(in srgb,currentColor 65%,transparent)}
*{box-sizing:border-box}body{margin:0;font:16px/1.55 system-ui,sans-serif;display:grid;grid-template-columns:17rem 1fr}
nav{position:sticky;top:0;height:100vh;overflow:auto;padding:1.5rem;border-right:1px solid var(--line);font-size:.9rem}
nav ul{list-style:none;margin:.25rem 0 1rem;padding:0}main{padding:1.5rem 2.5rem;max-width:60rem;min-width:0}
a{color:light-dark(#0b57d0,#8ab4f8);text-decoration:none}a:hover,a:focus-visible{text-decoration:underline}
code,pre{font:.875em/1.5 ui-monospace,monospace}pre{padding:1rem;overflow:auto;border:1px solid var(--line);border-radius:.5rem}
article{padding:1.25rem 0;border-top:1px solid var(--line)}h3{margin:0 0 .25rem}p{margin:.5rem 0}
.route{color:var(--soft)}.route b{color:light-dark(#137333,#81c995)}table{width:100%;border-collapse:collapse;margin:.75rem 0;font-size:.9rem}
th,td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--line)}th{font-weight:600;color:var(--soft)}
@media(max-width:48rem){body{display:block}nav{position:static;height:auto;border-right:0;border-bottom:1px solid var(--line)}main{padding:1.25rem}}`;

/** Back-quoted words as code. */
const prose = (text = '') => asHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const cells = (tag: string, values: readonly string[]) =>
    values.map((value) => `<${tag}>${value}</${tag}>`).join('');
  const body = rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('');
  return `<table><thead><tr>${cells('th', head)}</tr></thead><tbody>${body}</tbody></table>`;
}

function fieldRows(schema: Schema): string[][] {
  return Object.entries(schema.properties ?? {}).map(([name, field]) => [
    `<code>${asHtml(name)}</code>${schema.required?.includes(name) ? ' *' : ''}`,
    typeOf(field),
    prose(field.description),
  ]);
}

function operationHtml(
  method: string,
  path: string,
  operation: DocumentedOperation,
  document: ApiDocument,
): string {
  const parameters = operation.parameters
    .map((parameter) =>
      parameter.$ref
        ? (document.components.parameters[nameOfReference(parameter.$ref)] ?? parameter)
        : parameter,
    )
    .map(({ name = '', in: place = '', required, description, schema = {} }) => [
      `<code>${asHtml(name)}</code>${required ? ' *' : ''}`,
      asHtml(place),
      typeOf(schema),
      prose(description),
    ]);
  const [bodyType, body] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  const responses = Object.entries(operation.responses).map(([status, { description, content }]) => {
    const schema = Object.values(content ?? {})[0]?.schema;
    return [asHtml(status), prose(description).replaceAll('\n\n', '<br>'), schema ? typeOf(schema) : ''];
  });
  return [
    `<article id="${asHtml(operation.operationId)}"><h3>${prose(operation.summary)}</h3>`,
    `<p class="route"><b>${method.toUpperCase()}</b> <code>${asHtml(path)}</code> · ${asHtml(operation.operationId)}</p>`,
    operation.description ? `<p>${prose(operation.description)}</p>` : '',
    operation['x-scopes'].length > 0
      ? `<p class="route">Scopes: ${operation['x-scopes'].map((scope) => `<code>${asHtml(scope)}</code>`).join(', ')}</p>`
      : '',
    table(['parameter', 'in', 'type', ''], parameters),
    body?.schema ? table([`body (${asHtml(bodyType ?? '')})`, 'type', ''], fieldRows(body.schema)) : '',
    body?.example === undefined
      ? ''
      : `<pre tabindex="0">${asHtml(JSON.stringify(body.example, null, 2))}</pre>`,
    table(['answer', '', 'type'], responses),
    '</article>',
  ].join('\n');
}

function schemaHtml([name, schema]: readonly [string, Schema]): string {
  const fields = fieldRows(schema);
  return [
    `<article id="schema-${asHtml(name)}"><h3>${asHtml(name)}</h3>`,
    schema.description ? `<p>${prose(schema.description)}</p>` : '',
    fields.length > 0 ? table(['field', 'type', ''], fields) : `<p><code>${typeOf(schema)}</code></p>`,
    '</article>',
  ].join('\n');
}

/** The API reference of one store as a page that needs no script: its own attributes are in it. */
export function referencePage(document: ApiDocument): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
  const groups = new Map<string, typeof operations>();
  for (const member of operations) {
    const tag = member.operation.tags[0] ?? '';
    groups.set(tag, [...(groups.get(tag) ?? []), member]);
  }
  const links = [...groups].map(([tag, members]) => {
    const items = members.map(
      ({ operation }) =>
        `<li><a href="#${asHtml(operation.operationId)}">${asHtml(operation.summary)}</a></li>`,
    );
    return `<strong>${asHtml(tag)}</strong><ul>${items.join('')}</ul>`;
  });
  const sections = [...groups].map(([tag, members]) => {
    const articles = members.map(({ method, path, operation }) =>
      operationHtml(method, path, operation, document),
    );
    return `<section><h2>${asHtml(tag)}</h2>${articles.join('\n')}</section>`;
  });
  const title = `${asHtml(document.info.title)} API`;
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title><style>${style}</style></head><body>`,
    `<nav aria-label="Operations">${links.join('\n')}<a href="#schemas"><strong>Schemas</strong></a></nav>`,
    `<main><h1>${title}</h1><p>${prose(document.info.description)}</p>`,
    '<p>Send a key with each request: <code>Authorization: Bearer hp_sk_…</code>. What is marked * is required. ',
    'The machine-readable form is <a href="v1/openapi.json">/v1/openapi.json</a>.</p>',
    ...sections,
    '<section id="schemas"><h2>Schemas</h2>',
    ...Object.entries(document.components.schemas).map(schemaHtml),
    '</section></main></body></html>',
  ].join('\n');
}
