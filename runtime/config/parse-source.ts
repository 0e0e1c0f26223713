import { tsPlugin } from '@sveltejs/acorn-typescript';
import { type Node, Parser, type Program } from 'acorn';

const TypeScriptParser = Parser.extend(tsPlugin());

/**
 * The syntax tree of a config file, or of a module that it imports, with lines and columns.
 * @throws {SyntaxError} with `loc` (line from 1, column from 0) where it is none.
 */
export function parseSource(source: string): Program {
  return TypeScriptParser.parse(source, { ecmaVersion: 'latest', sourceType: 'module', locations: true });
}

/** Every node below one, itself first. */
export function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node).flat()) {
    if (typeof value?.type === 'string' && typeof value.start === 'number') yield* nodesOf(value);
  }
}
