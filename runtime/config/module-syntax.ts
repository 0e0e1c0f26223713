import { nodesOf, parseSource } from './parse-source.ts';

/** What a module has of `import.meta`, made of what jiti puts around it. */
const moduleMeta =
  "({ url: require('node:url').pathToFileURL(__filename).href, filename: __filename, dirname: __dirname, resolve: jitiESMResolve })";

/** `import.meta` and `import(…)` mean nothing, and something else, in the CommonJS that the compiler makes. */
export function replaceModuleSyntax(source: string): string {
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
