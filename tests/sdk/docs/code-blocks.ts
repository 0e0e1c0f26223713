import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');

export interface CodeBlock {
  /** `docs/how-to/use-the-sdks.md:38` */
  readonly place: string;
  readonly document: string;
  readonly language: string;
  readonly code: string;
}

/** Every block of code of the README and the docs in one of these languages. */
export function codeBlocks(...languages: readonly string[]): readonly CodeBlock[] {
  const documents = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name))
    .sort();
  return ['README.md', ...documents]
    .flatMap((document) => blocksOf(document, readFileSync(join(root, document), 'utf8')))
    .filter(({ language }) => languages.includes(language));
}

/** Fences may stand in a list: what they are indented by is no part of the code. */
function blocksOf(document: string, text: string): CodeBlock[] {
  return [...text.matchAll(/^([ ]*)```(\w+)\n([\s\S]*?)^\1```$/gm)].map((match) => {
    const [, indent = '', language = '', code = ''] = match;
    const line = text.slice(0, match.index).split('\n').length;
    return {
      place: `${document}:${line}`,
      document,
      language,
      code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    };
  });
}

/** `docs/how-to/push.md:8` is `docs_how_to_push_8`, by which a compiler's complaint is found again. */
export function moduleName({ place }: CodeBlock): string {
  return place.replace('.md:', '_').replaceAll(/[^A-Za-z0-9]+/g, '_');
}
