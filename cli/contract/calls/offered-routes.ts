import { isPlainObject, type Plain } from '../../../runtime/gateway/json-schema.ts';
import type { Schema } from './schema-shape.ts';

/** An operation as a server's own document describes it. */
export interface OfferedRoute {
  readonly id: string;
  /** `GET /v1/products/{productId}` */
  readonly http: string;
  readonly isWrite: boolean;
  /** Of the body that it answers with a status; undefined where the document has none. */
  answerSchema(status: number): Schema | undefined;
}

const methods = ['get', 'post', 'put', 'patch', 'delete'];

function isWrite(parameters: unknown): boolean {
  const named = Array.isArray(parameters) ? parameters : [];
  return named.some((each) => isPlainObject(each) && each.$ref === '#/components/parameters/IdempotencyKey');
}

function answerSchema(operation: Plain, status: number, document: Plain): Schema | undefined {
  const { responses } = operation;
  const response = isPlainObject(responses) ? responses[String(status)] : undefined;
  const content = isPlainObject(response) ? response.content : undefined;
  const json = isPlainObject(content) ? content['application/json'] : undefined;
  return isPlainObject(json) ? { schema: json.schema, document } : undefined;
}

function pattern(path: string): RegExp {
  const literal = path.split(/\{\w+\}/).map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literal.join('[^/]+')}$`);
}

/** Finds what a call asks for, `GET /v1/products/prod_01J…`, in an OpenAPI document. */
export function offeredRoutes(document: Plain): (method: string, path: string) => OfferedRoute | undefined {
  const paths = isPlainObject(document.paths) ? document.paths : {};
  const routes = Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = isPlainObject(item) ? item[method] : undefined;
      if (!isPlainObject(operation) || typeof operation.operationId !== 'string') return [];
      const route: OfferedRoute = {
        ...{ id: operation.operationId, http: `${method.toUpperCase()} ${path}` },
        isWrite: isWrite(operation.parameters),
        answerSchema: (status) => answerSchema(operation, status, document),
      };
      return [{ route, method: method.toUpperCase(), path, pattern: pattern(path) }];
    }),
  );
  return (method, path) => {
    const fitting = routes.filter((each) => each.method === method && each.pattern.test(path));
    // `/v1/carts/merge` before `/v1/carts/{cartId}`, as a router has it.
    return (fitting.find((each) => each.path === path) ?? fitting[0])?.route;
  };
}
