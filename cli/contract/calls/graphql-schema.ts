import {
  buildClientSchema,
  type DocumentNode,
  type FieldNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
  validate,
} from 'graphql';
import { isPlainObject, type Plain } from '../../../runtime/gateway/json-schema.ts';

/** What a server offers over GraphQL, by what it answers to an introspection. Undefined where that is none. */
export function offeredGraphql(answer: unknown): GraphQLSchema | undefined {
  if (!isPlainObject(answer) || !isPlainObject(answer.data) || !('__schema' in answer.data)) return undefined;
  return buildClientSchema(answer.data as never); // checked by what builds
}

export { getIntrospectionQuery } from 'graphql';

/** What a document asks that is not offered, in words. */
export function refusedSelections(schema: GraphQLSchema, query: string): readonly string[] {
  try {
    return validate(schema, parse(query)).map(({ message }) => message);
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

const ofScalars: Readonly<Record<string, Plain>> = {
  ...{ ID: { type: 'string' }, String: { type: 'string' }, Boolean: { type: 'boolean' } },
  ...{ DateTime: { type: 'string' }, Date: { type: 'string' } },
  ...{ Int: { type: 'number' }, Float: { type: 'number' }, Long: { type: 'number' } },
};

interface Selected {
  readonly node: FieldNode;
  /** Of a fragment on some of the types, or behind `@include`: it may not be there. */
  readonly isSometimes: boolean;
}

type Fragments = ReadonlyMap<string, SelectionSetNode>;

function fieldsOf(
  { selections }: SelectionSetNode,
  typeName: string,
  fragments: Fragments,
  isSometimes = false,
): readonly Selected[] {
  return selections.flatMap((node) => {
    const isHere = isSometimes || (node.directives?.length ?? 0) > 0;
    if (node.kind === Kind.FIELD) return [{ node, isSometimes: isHere }];
    const isSpread = node.kind === Kind.FRAGMENT_SPREAD;
    const set = isSpread ? fragments.get(node.name.value) : node.selectionSet;
    const condition = isSpread ? undefined : node.typeCondition?.name.value;
    const isElsewhere = condition !== undefined && condition !== typeName;
    return set ? fieldsOf(set, typeName, fragments, isHere || isElsewhere) : [];
  });
}

/** As JSON Schema, so that it is held to what is known of REST answers, too. */
function schemaOf(type: GraphQLOutputType, sets: readonly SelectionSetNode[], fragments: Fragments): Plain {
  if (isNonNullType(type)) return present(type.ofType, sets, fragments);
  return { anyOf: [present(type, sets, fragments), { type: 'null' }] };
}

function present(type: GraphQLOutputType, sets: readonly SelectionSetNode[], fragments: Fragments): Plain {
  if (isNonNullType(type)) return present(type.ofType, sets, fragments);
  if (isListType(type)) return { type: 'array', items: schemaOf(type.ofType, sets, fragments) };
  if (isCompositeType(type)) return objectOf(type, sets, fragments);
  return isEnumType(type) ? { type: 'string' } : (ofScalars[getNamedType(type).name] ?? {});
}

function objectOf(type: GraphQLOutputType, sets: readonly SelectionSetNode[], fragments: Fragments): Plain {
  const { name } = getNamedType(type);
  const selected = new Map<string, Selected[]>();
  for (const field of sets.flatMap((set) => fieldsOf(set, name, fragments))) {
    const key = field.node.alias?.value ?? field.node.name.value;
    selected.set(key, [...(selected.get(key) ?? []), field]);
  }
  const declared = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
  const properties = [...selected].map(([key, nodes]) => {
    const field = declared[nodes[0]?.node.name.value ?? ''];
    const within = nodes.flatMap(({ node }) => node.selectionSet ?? []);
    return [key, field ? schemaOf(field.type, within, fragments) : {}] as const;
  });
  const required = [...selected].filter(([, nodes]) => nodes.some(({ isSometimes }) => !isSometimes));
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: required.map(([key]) => key),
  };
}

function fragmentsOf({ definitions }: DocumentNode): Fragments {
  const found = definitions.flatMap((each) =>
    each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each.selectionSet] as const] : [],
  );
  return new Map(found);
}

/** What an answer to a document looks like, as a JSON Schema. Undefined where the server would refuse it. */
export function graphqlAnswerSchema(
  schema: GraphQLSchema,
  query: string,
  operationName: unknown,
): Plain | undefined {
  if (refusedSelections(schema, query).length > 0) return undefined;
  const document = parse(query);
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const operation = operations.find(({ name }) => name?.value === operationName) ?? operations[0];
  const root = operation && schema.getRootType(operation.operation);
  if (!root) return undefined;
  const data = objectOf(root, [operation.selectionSet], fragmentsOf(document));
  return { type: 'object', properties: { data }, required: ['data'] };
}
