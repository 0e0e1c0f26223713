import type { Expression, File, Node, ObjectProperty, Statement } from '@babel/types';
import { takeCompiler } from './take-compiler.ts';

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

type Constants = ReadonlyMap<string, Expression>;

function unwrap(node: Node, constants: Constants): Node {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'ParenthesizedExpression':
      return unwrap(node.expression, constants);
    case 'CallExpression': {
      const [argument] = node.arguments;
      return argument ? unwrap(argument, constants) : node;
    }
    case 'Identifier': {
      const constant = constants.get(node.name);
      return constant ? unwrap(constant, constants) : node;
    }
    default:
      return node;
  }
}

function keyOf(property: ObjectProperty): string | undefined {
  if (property.key.type === 'Identifier' && !property.computed) return property.key.name;
  if (property.key.type === 'StringLiteral') return property.key.value;
  return undefined;
}

function child(node: Node, segment: string): { readonly place: Node; readonly value: Node } | undefined {
  if (node.type === 'ObjectExpression') {
    const property = node.properties.find(
      (candidate): candidate is ObjectProperty =>
        candidate.type === 'ObjectProperty' && keyOf(candidate) === segment,
    );
    return property && { place: property, value: property.value };
  }
  if (node.type === 'ArrayExpression') {
    const element = node.elements[Number(segment)];
    return element ? { place: element, value: element } : undefined;
  }
  return undefined;
}

function constantsOf(statements: readonly Statement[]): Constants {
  const constants = new Map<string, Expression>();
  for (const statement of statements) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration') continue;
    for (const { id, init } of declaration.declarations) {
      if (id.type === 'Identifier' && init) constants.set(id.name, init);
    }
  }
  return constants;
}

/**
 * Shows a source as the compiler of the config reads it, before it is transformed. A parser of our own would be half a
 * megabyte more.
 */
function withSource<Found>(source: string, filename: string, look: (file: File) => Found): Found | undefined {
  let found: Found | undefined;
  const plugin = () => ({
    pre({ ast }: { readonly ast: File }) {
      found = look(ast);
    },
  });
  const compiler = takeCompiler()(filename, { fsCache: false });
  compiler.transform({ source, filename, ts: true, async: true, babel: { plugins: [plugin] } });
  return found;
}

function placeIn(file: File, pointer: string): Position | undefined {
  const exported = file.program.body.find((statement) => statement.type === 'ExportDefaultDeclaration');
  if (!exported) return undefined;
  const constants = constantsOf(file.program.body);
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

/** Line and column (from 1) of the place, or undefined where the file exports nothing that can be followed. */
export function locateInSource(source: string, filename: string, pointer: string): Position | undefined {
  return withSource(source, filename, (file) => placeIn(file, pointer));
}
