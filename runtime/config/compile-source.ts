import type { TransformOptions, TransformResult } from 'jiti';
import { transform } from 'sucrase';
import { nodesOf, parseSource } from './parse-source.ts';

/** What a module has of `import.meta`, made of what jiti puts around it. */
const moduleMeta =
  "({ url: require('node:url').pathToFileURL(__filename).href, filename: __filename, dirname: __dirname, resolve: jitiESMResolve })";

/** `import(…)` and `import.meta` mean something else in CommonJS, and only the first is left by the compiler. */
function withModuleSyntax(source: string): string {
  if (!/\bimport\s*[.(]/.test(source)) return source;
  const replaced = [...nodesOf(parseSource(source))].flatMap(({ type, start, end }) => {
    if (type === 'MetaProperty' && source.startsWith('import', start))
      return { start, end, text: moduleMeta };
    if (type === 'ImportExpression') return { start, end: start + 'import'.length, text: 'jitiImport' };
    return [];
  });
  return replaced
    .sort((left, right) => right.start - left.start)
    .reduce((text, { start, end, text: by }) => text.slice(0, start) + by + text.slice(end), source);
}

/**
 * A module in TypeScript or JavaScript → CommonJS, as jiti runs it. Every line stays the line that it was, so that
 * stacks name the right ones.
 */
export function compileSource({ source, ts = false }: TransformOptions): TransformResult {
  return transform(withModuleSyntax(source), {
    transforms: ts ? ['typescript', 'imports'] : ['imports'],
    disableESTransforms: true,
    preserveDynamicImport: true,
  });
}
