import type { HttpMethod, Operation } from '../../runtime/contract/operation.ts';
import { publishableScopes } from '../../runtime/contract/scope.ts';
import { remember } from '../remember.ts';
import { GenerationError } from './generation-error.ts';
import type { JsonSchema } from './json-schema.ts';
import { byName, inputName } from './names.ts';
import type { SdkOperation } from './sdk-model.ts';
import type { ShapeReader } from './shape-reader.ts';
import { withOpenEnums } from './walk-type.ts';

/**
 * `orders.returns.approve` reads `store.orders.returns.approve()`. No word is said twice: `store.settings.get` reads
 * `store.settings.get()`, and `orders.orders.get`, of the resource that its service is named after, `store.orders.get()`.
 */
export const methodPath = remember((id): { readonly path: readonly string[]; readonly method: string } => {
  const segments = id.split('.');
  const [service, resource] = segments;
  const isSaid = segments.length > 2 && (service === 'store' || service === resource);
  const hoisted = isSaid ? segments.slice(1) : segments;
  const method = hoisted.at(-1);
  if (
    method === undefined ||
    hoisted.length < 2 ||
    hoisted.some((part) => !/^[a-z][A-Za-z0-9]*$/.test(part))
  ) {
    throw new GenerationError(
      `The operation id "${id}" can not be a method: write service.resource.verb, each in camelCase.`,
    );
  }
  return { path: hoisted.slice(0, -1), method };
});

/** Turns an operation of the contract into a method, and registers the shapes that it takes and answers. */
export function readOperation(
  operation: Operation,
  reader: ShapeReader,
  singular: string | undefined,
): SdkOperation {
  const { path, method } = methodPath(operation.id);
  const [httpMethod, httpPath] = splitHttp(operation.http);
  const fields = reader.readFields(operation.input, `${operation.id}, input`);
  const inPath = [...httpPath.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const pathParameters = inPath.map((name) => {
    const field = fields.find((candidate) => candidate.name === name);
    if (!field) {
      throw new GenerationError(`${operation.id}: its path has {${name}}, which its input does not declare.`);
    }
    return field;
  });
  const rest = fields.filter((field) => !inPath.includes(field.name));
  const shape = inputName(path.at(-1) ?? '', method, singular);
  if (rest.length > 0) reader.define(shape, rest, undefined, `${operation.id}, input`);
  const inQuery = httpMethod === 'GET' || httpMethod === 'DELETE' || operation.upload !== undefined;
  const item = pageItem(operation);
  const output = reader.readType(item ?? operation.output, `${operation.id}, output`);
  return {
    id: operation.id,
    name: method,
    summary: operation.summary,
    description: operation.description,
    http: { method: httpMethod, path: httpPath },
    pathParameters,
    input:
      rest.length > 0
        ? { shape, required: httpMethod === 'PATCH' || rest.some((field) => field.isRequired) }
        : undefined,
    inputPlace: inQuery ? 'query' : 'body',
    upload: operation.upload,
    isDownload: operation.download !== undefined,
    output: output.kind === 'null' ? undefined : withOpenEnums(output),
    isPaginated: item !== undefined,
    isWrite: operation.effect !== 'read',
    isVersioned: operation.errors.some((problem) => problem.code === 'version_conflict'),
    access: operation.scopes.every((scope) => publishableScopes.includes(scope)) ? 'publishable' : 'secret',
    scopes: [...operation.scopes],
    errors: [...new Set(operation.errors.map((problem) => problem.code))].sort(byName),
    example: operation.example as Readonly<Record<string, unknown>> | undefined,
  };
}

/** Schema of the items where the operation answers a page of them and takes a cursor. */
export function pageItem(operation: Operation): JsonSchema | undefined {
  const output: JsonSchema = operation.output;
  const isPage = output.properties?.page?.properties?.next !== undefined;
  return isPage && 'after' in operation.input.properties ? output.properties?.data?.items : undefined;
}

function splitHttp(http: Operation['http']): [HttpMethod, string] {
  const [method = '', path = ''] = http.split(' ');
  return [method as HttpMethod, path];
}
