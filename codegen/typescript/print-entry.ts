import { type MethodNode, methodTree, pascalCase, type SdkModel, type SdkResource } from '../model/index.ts';
import { className } from './class-names.ts';
import type { Edition } from './edition.ts';
import { type Imports, printReexports } from './imports.ts';
import { docComment } from './layout.ts';

const coreValues = {
  'core/errors': [
    'ApiError',
    'BadRequestError',
    'CancelledError',
    'ConflictError',
    'ConnectionError',
    'ForbiddenError',
    'HeadlessProError',
    'InvalidError',
    'NotFoundError',
    'RateLimitError',
    'ServerError',
    'TimeoutError',
    'UnauthenticatedError',
  ],
};
const coreTypes = {
  'core/call': ['ApiAnswer', 'ApiCall'],
  'core/error-codes': ['ErrorDetails'],
  'core/errors': ['ErrorCode', 'FieldError'],
  'core/graphql': ['Graphql', 'GraphqlArguments', 'TypedDocument'],
  'core/list': ['ApiList', 'ApiPage'],
  'core/options': [
    'ClientOptions',
    'CustomerToken',
    'Hooks',
    'RequestOptions',
    'Upload',
    'VersionedOptions',
    'WriteOptions',
  ],
  'core/times': ['CalendarDate', 'Timestamp'],
};

/** `index.ts` or `storefront.ts`: the function that makes a client, its type, and every type it mentions. */
export function printEntry(model: SdkModel, edition: Edition, file: string, imports: Imports): string {
  const isStore = edition.name === 'store';
  const Name = isStore ? 'Store' : 'Storefront';
  const nodes = methodTree(edition);
  imports.value('ApiClient', 'core/client');
  imports.value('graphqlOf', 'core/graphql');
  imports.type('Graphql', 'core/graphql');
  imports.value(isStore ? 'requireSecretKey' : 'requirePublishableKey', 'core/keys');
  imports.type('ClientOptions', 'core/options');
  if (!isStore) imports.type('CustomerToken', 'core/options');
  if (isStore) {
    imports.value('requestOf', 'core/custom-request');
    imports.type('SendCustomRequest', 'core/custom-request');
  }
  for (const resource of edition.resources) {
    const name = className(resource, model);
    const alias = aliasOf(resource);
    imports.value(name === alias ? name : `${name} as ${alias}`, edition.resourceFile(resource.path));
  }
  return `${printReexports(file, 'export', names(coreValues))}${printReexports(file, 'export type', typeNames(edition))}
${isStore ? storeOptions : storefrontOptions}
export interface ${Name} {
${nodes.map((node) => printNodeType(node, '  ')).join('')}${graphqlType}${isStore ? requestType : ''}}

${isStore ? storeDocs : storefrontDocs}
export function create${Name}(options: ${Name}Options${isStore ? ' = {}' : ''}): ${Name} {
  const client = new ApiClient(${isStore ? 'requireSecretKey(options.secretKey)' : 'requirePublishableKey(options.publishableKey)'}, options);
  return {
${nodes.map((node) => printNodeValue(node, '    ')).join('')}    graphql: graphqlOf(client),
${isStore ? '    request: requestOf(client),\n' : ''}  };
}
`;
}

const storeOptions = `export interface StoreOptions extends ClientOptions {
  /** \`hp_sk_…\`. Without it, the environment's HEADLESSPRO_SECRET_KEY. */
  secretKey?: string | undefined;
}
`;
const storefrontOptions = `export interface StorefrontOptions extends ClientOptions {
  /** Says who is signed in; without it everybody is a guest. */
  customerToken?: CustomerToken | undefined;
  /** \`hp_pk_…\`: bound to a sales channel, and safe to show to visitors. */
  publishableKey: string;
}
`;
const storeDocs = `/**
 * The whole API, for servers. What is not given comes from the environment: HEADLESSPRO_URL,
 * HEADLESSPRO_SECRET_KEY, HEADLESSPRO_LOG.
 *
 * @example
 * const store = createStore({ url: 'http://127.0.0.1:4000', secretKey: 'hp_sk_…' });
 */`;
const storefrontDocs = `/**
 * What a publishable key may do, for browsers and servers.
 *
 * @example
 * const store = createStorefront({ url: 'http://127.0.0.1:4000', publishableKey: 'hp_pk_…' });
 */`;
const graphqlType = `  /**
   * Asks in GraphQL: with the types of a document that GraphQL Code Generator wrote, or by its text.
   *
   * @example
   * const { product } = await store.graphql(ProductDocument, { id });
   */
  readonly graphql: Graphql;
`;
const requestType = `  /**
   * Any request, with the same retries and errors.
   *
   * @example
   * const answer = await store.request('GET', '/v1/products', { query: { pageSize: 1 } });
   */
  readonly request: SendCustomRequest;
`;

function aliasOf(resource: SdkResource): string {
  return `${resource.path.map(pascalCase).join('')}Methods`;
}

function printNodeType(node: MethodNode, indent: string): string {
  const own = node.resource ? aliasOf(node.resource) : undefined;
  const docs = docComment([node.summary && `${node.summary}.`], indent);
  if (node.children.length === 0) return `${docs}${indent}readonly ${node.name}: ${own ?? 'object'};\n`;
  const children = node.children.map((child) => printNodeType(child, `${indent}  `)).join('');
  return `${docs}${indent}readonly ${node.name}: ${own ? `${own} & ` : ''}{\n${children}${indent}};\n`;
}

function printNodeValue(node: MethodNode, indent: string): string {
  const own = node.resource && `new ${aliasOf(node.resource)}(client)`;
  if (node.children.length === 0) return `${indent}${node.name}: ${own ?? '{}'},\n`;
  const children = node.children.map((child) => printNodeValue(child, `${indent}  `)).join('');
  if (!own) return `${indent}${node.name}: {\n${children}${indent}},\n`;
  return `${indent}${node.name}: Object.assign(${own}, {\n${children}${indent}}),\n`;
}

function names(lists: Readonly<Record<string, readonly string[]>>): Map<string, Set<string>> {
  return new Map(Object.entries(lists).map(([file, list]) => [file, new Set(list)]));
}

function typeNames(edition: Edition): Map<string, Set<string>> {
  const all = names(coreTypes);
  for (const shape of edition.shapes) {
    const file = edition.fileOf(shape);
    all.set(file, (all.get(file) ?? new Set()).add(shape.name));
  }
  return all;
}
