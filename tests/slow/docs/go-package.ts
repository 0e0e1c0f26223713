import { type CodeBlock, moduleName } from '../../sdk/docs/code-blocks.ts';

const sdk = 'store.local/headlesspro';

/** Where the packages are that a block may name. */
const packages: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['context', 'errors', 'fmt', 'log', 'time', 'net/http'].map((path) => [path.split('/').at(-1), path]),
  ),
  catalog: `${sdk}/catalog`,
  headlesspro: sdk,
  webhooks: `${sdk}/webhooks`,
};

/** What readers have at hand where a block does not say it. */
const given = [
  'ctx context.Context',
  'store *headlesspro.Store',
  'id, productID, current, previous string',
  'body []byte',
  'request *http.Request',
  'ship func(any)',
];

/** A block as a file of its own: the body of a function that has what the block leaves to the reader. */
export function goFile(block: CodeBlock): string {
  const { code } = block;
  // In Go a variable must be used; in an example the reader does it.
  const declared = [...code.matchAll(/^(?:(\w+(?:, \w+)*) :=|var (\w+) )/gm)].flatMap(
    ([, names = '', name = '']) => [...names.split(', '), name].filter((each) => each !== '' && each !== '_'),
  );
  const parameters = declared.includes('err') ? given : [...given, 'err error'];
  const body = [code, ...declared.map((name) => `_ = ${name}`)].join('\n');
  const text = `func ${moduleName(block)}(${parameters.join(', ')}) error {\n${body}\nreturn nil\n}\n`;
  const imports = Object.entries(packages).filter(([name]) =>
    new RegExp(`(?<![.\\w"])${name}\\.`).test(text),
  );
  return `package docs\n\nimport (\n${imports.map(([, path]) => `"${path}"\n`).join('')})\n\n${text}`;
}
