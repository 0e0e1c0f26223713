import type { CodeBlock } from './code-blocks.ts';

/** What readers have at hand where a block does not say it: a name and how it comes about. */
const given: Readonly<Record<string, string>> = {
  ...imported('headlesspro', 'defineConfig', 'env'),
  ...imported('headlesspro/testing', 'createSandbox'),
  ...imported('./headlesspro/index.js', 'ApiError'),
  ...imported('./headlesspro/storefront.js', 'createStorefront'),
  ...imported('vitest', 'expect'),
  ...imported('stripe', 'Stripe'),
  store: `declare const store: import('./headlesspro/index.js').Store;`,
  stripe: `declare const stripe: import('stripe').Stripe;`,
  request: 'declare const request: Request;',
  signal: 'declare const signal: AbortSignal;',
  session: 'declare const session: { token(refused: string | undefined): Promise<string> };',
  relatedProductsDocument: `declare const relatedProductsDocument: import('./headlesspro/index.js').TypedDocument<{ product: { title: string } | null }, { productId: string }>;`,
  ship: 'declare function ship(order: { readonly id: string }): Promise<void>;',
  ...texts(
    'id',
    'url',
    'publishableKey',
    'productId',
    'cartId',
    'cartToken',
    'paymentId',
    'current',
    'previous',
  ),
};

/** Where a name means something else. */
const ofDocument: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'docs/how-to/sign-customers-in.md': {
    store: `declare const store: import('./headlesspro/storefront.js').Storefront;`,
  },
};

/** What stands around a part of a config, by its document. */
const around: Readonly<Record<string, readonly [string, string]>> = {
  'docs/tutorial/first-store.md': ['productTypes: { apparel: { name: "Apparel", attributes: {', '} } }'],
};

/** A block as a module that can be compiled: what it leaves to the reader is declared above it. */
export function typeScriptModule(block: CodeBlock): string {
  const code = isPartOfConfig(block.code) ? wholeConfig(block) : block.code;
  const names = { ...given, ...ofDocument[block.document] };
  const needed = Object.entries(names).filter(([name]) => uses(code, name) && !declares(code, name));
  return `${[...needed.map(([, declaration]) => declaration), 'export {};', code].join('\n')}`;
}

function isPartOfConfig(code: string): boolean {
  return /^\w+: /.test(code.replaceAll(/^\/\/.*\n/gm, ''));
}

function wholeConfig({ document, code }: CodeBlock): string {
  const [before, after] = around[document] ?? ['', ''];
  return `export default defineConfig({ name: 'My store',\n${before}\n${code}\n${after} });\n`;
}

function uses(code: string, name: string): boolean {
  return new RegExp(`(?<![.\\w'])${name}\\b(?!['\\w]|: )`).test(code);
}

function declares(code: string, name: string): boolean {
  const words = `\\b(?:const|let|using|function) ${name}\\b|^import .*\\b${name}\\b.* from |const \\{[^}]*\\b${name}\\b[^}]*\\} =`;
  return new RegExp(words, 'm').test(code);
}

function imported(from: string, ...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, `import { ${name} } from '${from}';`]));
}

function texts(...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, `declare const ${name}: string;`]));
}
