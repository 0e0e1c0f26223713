import { type ApiDocument, type ApiOperation, type Parameter, resolve, type Schema } from './open-api.ts';
import { idPrefixOf } from './value-kind.ts';
import { titleOf, words } from './words.ts';

/** An operation as it is called. */
export interface Route {
  readonly id: string;
  readonly method: string;
  /** Without the slash before it, so that it is below wherever the page is. */
  readonly path: string;
  readonly operation: ApiOperation;
}

/** What an operation takes, flat, by the place that it is sent in. */
export interface RouteInput {
  readonly inPath: readonly Parameter[];
  readonly inQuery: readonly Parameter[];
  /** Undefined where it takes no JSON. */
  readonly body: Schema | undefined;
  readonly example: Readonly<Record<string, unknown>> | undefined;
  /** Whether it can be told which version is to be changed. */
  readonly takesVersion: boolean;
}

function takesHeader({ operation }: Route, name: string): boolean {
  return operation.parameters.some(({ $ref = '' }) => $ref.endsWith(`/${name}`));
}

/** One kind of record that the API lists, with what can be done about it. */
export interface Collection {
  /** `catalog.products`: the first two words of its operations. */
  readonly key: string;
  /** `catalog`, the service. */
  readonly service: string;
  readonly name: string;
  readonly list: Route;
  readonly item: Schema;
  readonly get: Route | undefined;
  readonly create: Route | undefined;
  readonly update: Route | undefined;
  readonly remove: Route | undefined;
  /** Names of the path parameter that holds the record's id, here and in operations of others. */
  readonly idNames: readonly string[];
  /** `prod_`; undefined where its records have keys of another kind. */
  readonly idPrefix: string | undefined;
}

const json = 'application/json';

export function routesOf({ paths }: ApiDocument): Route[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...{ id: operation.operationId, method: method.toUpperCase(), path: path.slice(1), operation },
    })),
  );
}

export function inputOf(document: ApiDocument, route: Route): RouteInput {
  const { operation } = route;
  const of = (place: string) => operation.parameters.filter((parameter) => parameter.in === place);
  const content = operation.requestBody?.content[json];
  return {
    ...{ inPath: of('path'), inQuery: of('query') },
    body: content?.schema && resolve(document, content.schema),
    example: content?.example,
    takesVersion: takesHeader(route, 'IfMatch'),
  };
}

/** Whether it takes a file instead of JSON, or answers one: a form can't offer it. */
export function isOfFiles({ operation }: Route): boolean {
  const types = Object.keys(operation.requestBody?.content ?? {});
  const answers = Object.values(operation.responses).flatMap(({ content }) => Object.keys(content ?? {}));
  return [...types, ...answers].some((type) => !/json/.test(type));
}

export function pathNames({ path }: Route): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}

/** The schema of a row, where an operation answers a page of them. */
export function rowOf(document: ApiDocument, { operation, method }: Route): Schema | undefined {
  const answer = operation.responses['200']?.content?.[json]?.schema;
  if (method !== 'GET' || !answer) return undefined;
  const { properties = {} } = resolve(document, answer);
  const { data, page } = properties;
  return data?.items && page ? resolve(document, data.items) : undefined;
}

/** Everything that the API lists, as the document has it: a service that comes is here by itself. */
export function collectionsOf(document: ApiDocument): Collection[] {
  const routes = routesOf(document);
  const byId = new Map(routes.map((route) => [route.id, route]));
  return routes.flatMap((list) => {
    const item = rowOf(document, list);
    // What a customer sees who is signed in is listed to nobody else.
    if (!item || pathNames(list).length > 0 || takesHeader(list, 'CustomerToken')) return [];
    const [service = '', resource = '', verb = ''] = list.id.split('.');
    const isOnly = verb === 'list';
    const key = isOnly ? `${service}.${resource}` : list.id;
    // What is listed beside the resource itself, its levels, say, has no operations of its own.
    const of = (name: string) => (isOnly ? byId.get(`${key}.${name}`) : undefined);
    const create = of('create');
    const [get, update, remove] = [of('get'), of('update'), of('delete')];
    return {
      ...{ key, service, list, item, get, update, remove },
      create: create && !isOfFiles(create) ? create : undefined,
      name: isOnly
        ? titleOf(resource)
        : `${titleOf(resource)}: ${words(verb.replace(/^list/, '')).toLowerCase().trim()}`,
      idNames: [get, update, remove].flatMap((route) => (route ? pathNames(route).slice(0, 1) : [])),
      idPrefix: item.properties?.id && idPrefixOf(resolve(document, item.properties.id)),
    };
  });
}

/** What else can be done about one record of a collection: operations that change something and name it in their path. */
export function movesOf(document: ApiDocument, { key, get, update, remove, idNames }: Collection): Route[] {
  const known = [get, update, remove];
  const moves = routesOf(document).filter(
    (route) =>
      // A repetition of what changes nothing needs no key.
      takesHeader(route, 'IdempotencyKey') &&
      !known.some((other) => other?.id === route.id) &&
      idNames.includes(pathNames(route)[0] ?? '') &&
      !isOfFiles(route),
  );
  const isOwn = ({ id }: Route) => id.startsWith(`${key}.`);
  return [...moves.filter(isOwn), ...moves.filter((route) => !isOwn(route))];
}

/** What the API lists of one record: pages below its path, and other collections that can be asked for it. */
export interface Related {
  readonly name: string;
  readonly list: Route;
  readonly item: Schema;
  /** Where it is a collection: its key, and the filter that holds the record's id. */
  readonly collection: { readonly key: string; readonly filter: string } | undefined;
}

export function relatedOf(
  document: ApiDocument,
  { idNames }: Collection,
  collections: readonly Collection[],
): Related[] {
  const below = routesOf(document).flatMap((list): Related[] => {
    const item = rowOf(document, list);
    const [name, ...others] = pathNames(list);
    if (!item || name === undefined || others.length > 0 || !idNames.includes(name)) return [];
    const [, resource = '', verb = ''] = list.id.split('.');
    return [{ name: titleOf(verb.replace(/^list/, '') || resource), list, item, collection: undefined }];
  });
  const beside = collections.flatMap(({ key, name, list, item }): Related[] => {
    const filter = list.operation.parameters.find(
      (parameter) => parameter.in === 'query' && idNames.includes(parameter.name ?? ''),
    );
    return filter?.name ? [{ name, list, item, collection: { key, filter: filter.name } }] : [];
  });
  return [...below, ...beside];
}

/** An id as the platform makes them, with what it is of. */
export const idOfRecord = /^([a-z]+_)[0-9A-HJKMNP-TV-Z]{26}$/;

/** The collection whose record an id is; by its prefix. */
export function collectionOfId(collections: readonly Collection[], id: string): Collection | undefined {
  const [, prefix] = idOfRecord.exec(id) ?? [];
  return prefix === undefined
    ? undefined
    : collections.find(({ idPrefix, get }) => idPrefix === prefix && get !== undefined);
}
