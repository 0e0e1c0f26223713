import type { Contract } from '../../contract/contract.ts';
import type { Operation } from '../../contract/operation.ts';
import type { ProblemDefinition } from '../../contract/problem.ts';
import { problems } from '../../contract/problems.ts';
import { Money } from '../../contract/schema/primitives.ts';
import type { JsonSchema, Plain } from '../json-schema.ts';
import { Components } from './components.ts';
import { problemSchema } from './problem-schema.ts';

type Document = Record<string, unknown>;

/** Every request can meet these, beside what the operation declares. */
const alwaysPossible = [
  problems.malformedRequest,
  problems.cardNumberRefused,
  problems.unauthenticated,
  problems.sessionExpired,
  problems.forbidden,
  problems.rateLimited,
  problems.internal,
];

function responses(
  operation: Operation,
  takesBody: boolean,
  reference: (schema: unknown) => unknown,
): Document {
  const status = String(operation.status ?? 200);
  const success =
    status === '204'
      ? { description: 'Done; there is nothing to say.' }
      : {
          description: 'Success.',
          // A schema says nothing of a file (OpenAPI 3.1, 4.8.14.3).
          content: operation.download
            ? { [operation.download.contentType]: {} }
            : { 'application/json': { schema: reference(operation.output) } },
        };
  const ofBodies = takesBody ? [problems.requestTooLarge, problems.unsupportedMediaType] : [];
  const declared = [...operation.errors, problems.invalidInput, ...ofBodies, ...alwaysPossible];
  const byStatus = new Map<number, ProblemDefinition[]>();
  for (const problem of declared)
    byStatus.set(problem.status, [...(byStatus.get(problem.status) ?? []), problem]);
  const failures = [...byStatus].map(([failure, group]) => [
    String(failure),
    {
      description: [...new Set(group.map(({ code, title }) => `\`${code}\`: ${title}`))].join('\n\n'),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]);
  return { [status]: success, ...Object.fromEntries(failures) };
}

function isRequired(input: JsonSchema & { readonly required?: readonly string[] }, name: string): boolean {
  return input.required?.includes(name) ?? false;
}

function parameters(operation: Operation, reference: (schema: unknown) => unknown): Document[] {
  const [method = 'GET', path = ''] = operation.http.split(' ');
  const input = operation.input as unknown as JsonSchema & { required?: string[] }; // JSON Schema as plain data
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const takesQuery = method === 'GET' || method === 'DELETE' || operation.upload !== undefined;
  const given = Object.entries(input.properties ?? {});
  const described = (name: string, schema: JsonSchema) => {
    const { description, ...rest } = schema as JsonSchema & { description?: string };
    return { name, ...(description ? { description } : {}), schema: reference(rest) };
  };
  return [
    ...given
      .filter(([name]) => inPath.includes(name))
      .map(([name, schema]) => ({ in: 'path', required: true, ...described(name, schema) })),
    ...given
      .filter(([name]) => takesQuery && !inPath.includes(name))
      .map(([name, schema]) => ({
        in: 'query',
        required: isRequired(input, name),
        ...described(name, schema),
      })),
    ...(operation.effect !== 'read' ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
    ...(operation.errors.some((error) => error.code === 'version_conflict')
      ? [{ $ref: '#/components/parameters/IfMatch' }]
      : []),
    ...(operation.errors.some((error) => error.code === 'sign_in_needed')
      ? [{ $ref: '#/components/parameters/CustomerToken' }]
      : []),
  ];
}

function requestBody(operation: Operation, reference: (schema: unknown) => unknown): Document | undefined {
  const [method = 'GET', path = ''] = operation.http.split(' ');
  if (operation.upload) {
    const content = operation.upload.contentTypes.map((type) => [type, { schema: {} }]);
    return { required: true, content: Object.fromEntries(content) };
  }
  if (method === 'GET' || method === 'DELETE') return undefined;
  const input = operation.input as unknown as { properties: Plain; required?: string[] }; // as above
  const properties = Object.entries(input.properties).filter(([name]) => !path.includes(`{${name}}`));
  if (properties.length === 0) return undefined;
  const required = input.required?.filter((name) => !path.includes(`{${name}}`)) ?? [];
  const schema = {
    type: 'object',
    properties: Object.fromEntries(properties.map(([name, property]) => [name, reference(property)])),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
  const example = operation.example ? { example: operation.example } : {};
  return { required: required.length > 0, content: { 'application/json': { schema, ...example } } };
}

/** The OpenAPI 3.1 document of one store: its own attributes are in it. */
export function openApiDocument(contract: Contract, storeName: string): Document {
  const components = new Components();
  const reference = (schema: unknown) => components.reference(schema);
  // First, so that it is described as what it is, and not as the first attribute that is an amount of money.
  components.reference(Money);
  const paths: Record<string, Document> = {};
  for (const operation of contract.operations.values()) {
    const [method = 'GET', path = '/'] = operation.http.split(' ');
    const body = requestBody(operation, reference);
    paths[path] ??= {};
    paths[path][method.toLowerCase()] = {
      operationId: operation.id,
      summary: operation.summary,
      ...(operation.description ? { description: operation.description } : {}),
      tags: [operation.id.split('.').slice(0, 2).join('.')],
      parameters: parameters(operation, reference),
      ...(body ? { requestBody: body } : {}),
      responses: responses(operation, body !== undefined, reference),
      'x-scopes': operation.scopes,
    };
  }
  const webhooks = Object.fromEntries(
    [...contract.events.values()].map((event) => [
      event.type,
      {
        post: {
          summary: event.summary,
          requestBody: { content: { 'application/json': { schema: reference(event.data) } } },
          responses: { '2XX': { description: 'Received.' } },
        },
      },
    ]),
  );
  return {
    openapi: '3.1.0',
    info: {
      title: storeName,
      version: '1',
      description:
        'The REST API of this store. The same operations, under the same names, are in GraphQL and the SDKs.',
    },
    servers: [{ url: '/' }],
    security: [{ key: [] }],
    paths,
    webhooks,
    components: {
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          description: '`hp_sk_…` (secret) or `hp_pk_…` (publishable).',
        },
      },
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          required: false,
          description: 'Makes a retry safe: the same key and input get the first answer, for 24 hours.',
          schema: { type: 'string', minLength: 1, maxLength: 255 },
        },
        CustomerToken: {
          name: 'Customer-Token',
          in: 'header',
          required: true,
          description: 'The access token of the customer who is signed in, beside a publishable key.',
          schema: { type: 'string' },
        },
        IfMatch: {
          name: 'If-Match',
          in: 'header',
          required: false,
          description: 'The version that was read, `"3"`; the change is refused where it is another by now.',
          schema: { type: 'string' },
        },
      },
      schemas: { Problem: problemSchema, ...components.schemas },
    },
  };
}
