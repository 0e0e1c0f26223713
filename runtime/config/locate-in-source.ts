import type { AnyNode, Expression, Node, Program, Property } from 'acorn';
import { parseSource } from './parse-source.ts';

/*
 * Finds the place in a config file that a JSON pointer means, so that a fault can be shown with its line:
 * `/productTypes/apparel/attributes/fabric/type` leads through the object literal that is exported. Constants of
 * the same file are followed. Where the literal ends (a spread, a call, an import), the deepest place found is
 * given.
 */

interface Position {
  readonly line: number;
  readonly column: number;
}

/** What says something of a type and is otherwise the expression inside. */
interface TypedExpression extends Node {
  readonly type: 'TSAsExpression' | 'TSSatisfiesExpression' | 'TSNonNullExpression';
  readonly expression: Expression;
}

type Constants = ReadonlyMap<string, Expression>;

function unwrap(node: Node, constants: Constants): AnyNode {
  const known = node as AnyNode | TypedExpression;
  switch (known.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
      return unwrap(known.expression, constants);
    case 'CallExpression': {
      const [argument] = known.arguments;
      return argument ? unwrap(argument, constants) : known;
    }
    case 'Identifier': {
      const constant = constants.get(known.name);
      return constant ? unwrap(constant, constants) : known;
    }
    default:
      return known;
  }
}

function keyOf({ key, computed }: Property): string | undefined {
  if (key.type === 'Identifier' && !computed) return key.name;
  if (key.type === 'Literal') return String(key.value);
  return undefined;
}

function child(node: AnyNode, segment: string): { readonly place: Node; readonly value: Node } | undefined {
  if (node.type === 'ObjectExpression') {
    const property = node.properties.find(
      (candidate): candidate is Property => candidate.type === 'Property' && keyOf(candidate) === segment,
    );
    return property && { place: property, value: property.value };
  }
  if (node.type === 'ArrayExpression') {
    const element = node.elements[Number(segment)];
    return element ? { place: element, value: element } : undefined;
  }
  return undefined;
}

function constantsOf({ body }: Program): Constants {
  const constants = new Map<string, Expression>();
  for (const statement of body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration') continue;
    for (const { id, init } of declaration.declarations) {
      if (id.type === 'Identifier' && init) constants.set(id.name, init);
    }
  }
  return constants;
}

/**
 * Line and column (from 1) of the place, or undefined where the file exports nothing that can be followed.
 * @throws {SyntaxError} where the source is no program.
 */
export function locateInSource(source: string, pointer: string): Position | undefined {
  const program = parseSource(source);
  const exported = program.body.find((statement) => statement.type === 'ExportDefaultDeclaration');
  if (!exported) return undefined;
  const constants = constantsOf(program);
  let place: Node = exported.declaration;
  let node = unwrap(exported.declaration, constants);
  for (const segment of pointer.split('/').slice(1)) {
    const next = child(node, segment.replaceAll('~1', '/').replaceAll('~0', '~'));
    if (!next) break;
    place = next.place;
    node = unwrap(next.value, constants);
  }
  return place.loc ? { line: place.loc.start.line, column: place.loc.start.column + 1 } : undefined;
}
