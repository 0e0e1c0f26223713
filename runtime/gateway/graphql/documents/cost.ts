import {
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';
import { factsOf } from '../schema/field-facts.ts';
import type { Fragments } from './fragments.ts';

/*
 * The cost of an operation, known before it runs:
 *
 *   a field counts 1, and an operation of the API (a field below Query or Mutation) 50;
 *   what stands in `nodes` or `edges` counts `first` times (the default of `first` where it is left out);
 *   what stands in a relation to many counts 10 times;
 *   lists inside a document (variants, prices) count once: they were read with it.
 *
 *   { products(first: 20) { nodes { title variants { sku price { amount } } } } }
 *   50 + 1 + 20 × (1 + 1 + 1 + 1 + 1) = 151
 *
 * Fragments are counted where they are spread. The sizes may be variables, so a document is measured once and
 * its cost computed for each request; a fragment is computed once a request and page size, because fragments
 * that spread fragments would otherwise take exponential time.
 */
const operationCost = 50;

interface Run {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly fragments: Map<string, number>;
}

/** `first` is the page size of the connection around. */
type Cost = (run: Run, first: number) => number;

function fieldOf(parent: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | undefined {
  if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  return isObjectType(parent) ? parent.getFields()[name] : undefined;
}

/** The page size a field is asked for, by its argument `first`. */
function pageSizeOf(
  node: FieldNode,
  operation: OperationDefinitionNode,
  defaultSize: number,
): (run: Run) => number {
  const value = node.arguments?.find(({ name }) => name.value === 'first')?.value;
  if (value?.kind === Kind.INT) return () => Number(value.value);
  if (value?.kind !== Kind.VARIABLE) return () => defaultSize;
  const name = value.name.value;
  const declared = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
  const unset = declared?.defaultValue?.kind === Kind.INT ? Number(declared.defaultValue.value) : defaultSize;
  return ({ variables }) => {
    const given = variables[name];
    return typeof given === 'number' ? given : unset;
  };
}

/** Answers what the operation costs with given variables. The document must be valid. */
export function compileCost(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Fragments,
): (variables: Readonly<Record<string, unknown>>) => number {
  const ofFragment = new Map<string, Cost>();

  const fragmentCost = (name: string): Cost => {
    const known = ofFragment.get(name);
    if (known) return known;
    const fragment = fragments.get(name);
    const type = fragment && schema.getType(fragment.typeCondition.name.value);
    if (!type) return () => 0;
    const below = selectionsCost(fragment.selectionSet, type);
    const cost: Cost = (run, first) => {
      const key = `${name} ${first}`;
      const value = run.fragments.get(key) ?? below(run, first);
      run.fragments.set(key, value);
      return value;
    };
    ofFragment.set(name, cost);
    return cost;
  };

  const fieldCost = (node: FieldNode, parent: GraphQLNamedType): Cost => {
    const field = fieldOf(parent, node.name.value);
    if (!field) return () => 1;
    const { isOperation, size = 1, defaultSize } = factsOf(field);
    const own = isOperation || parent === schema.getQueryType() ? operationCost : 1;
    if (!node.selectionSet) return () => own;
    const below = selectionsCost(node.selectionSet, getNamedType(field.type));
    if (defaultSize !== undefined) {
      const pageSize = pageSizeOf(node, operation, defaultSize);
      return (run) => own + below(run, Math.max(1, pageSize(run)));
    }
    return (run, first) => own + (size === 'first' ? first : size) * below(run, first);
  };

  const selectionsCost = (set: SelectionSetNode, parent: GraphQLNamedType): Cost => {
    const parts = set.selections.map((selection): Cost => {
      if (selection.kind === Kind.FIELD) return fieldCost(selection, parent);
      if (selection.kind === Kind.FRAGMENT_SPREAD) return fragmentCost(selection.name.value);
      const condition = selection.typeCondition?.name.value;
      return selectionsCost(selection.selectionSet, (condition && schema.getType(condition)) || parent);
    });
    return (run, first) => parts.reduce((total, part) => total + part(run, first), 0);
  };

  const root = schema.getRootType(operation.operation);
  if (!root) return () => 0;
  const cost = selectionsCost(operation.selectionSet, root);
  return (variables) => cost({ variables, fragments: new Map() }, 1);
}
