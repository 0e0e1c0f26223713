import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Code of a documentation comment, and the parameters of the function that it is about. */
interface Example {
  /** `catalog/products.go:12`. */
  readonly place: string;
  /** The same for the same example of the same file. */
  readonly key: string;
  readonly code: string;
  readonly parameters: readonly string[];
}

/** Packages of Go's own library that examples use, by what they are called there. */
const standard: Readonly<Record<string, string>> = {
  ...{ context: 'context', errors: 'errors', fmt: 'fmt', time: 'time', log: 'log', os: 'os' },
  ...{ http: 'net/http', url: 'net/url', json: 'encoding/json', slog: 'log/slog' },
};

/** What examples take for given, beside the parameters of their functions. */
const given = `var (
	store             *headlesspro.Store
	ctx               context.Context
	id, key           string
	current, previous string
	version           int
	body, contents    []byte
	writer            http.ResponseWriter
	request           *http.Request
)
`;

/** SDKs that lie in folders of one module. */
interface Sdks {
  readonly folder: string;
  readonly module: string;
  readonly names: readonly string[];
}

/** Writes a function for each example in the comments of SDKs, a module beside theirs; how many there are. */
export async function writeGoExamples(folder: string, sdks: Sdks): Promise<number> {
  await rm(folder, { recursive: true, force: true });
  const seen = new Set<string>();
  for (const name of sdks.names) {
    // What is hand-written is the same in all: its examples are about the first.
    const examples = (await examplesIn(join(sdks.folder, name))).filter(({ key }) => !seen.has(key));
    for (const { key } of examples) seen.add(key);
    const packages = await foldersIn(join(sdks.folder, name));
    const text = printExamples(examples, `${sdks.module}/${name}`, packages);
    await mkdir(join(folder, name), { recursive: true });
    await writeFile(join(folder, name, 'examples.go'), text);
  }
  const module = `require ${sdks.module} v0.0.0\n\nreplace ${sdks.module} => ${sdks.folder}\n`;
  // Iterators are ranged over, which is possible from 1.23 on.
  await writeFile(join(folder, 'go.mod'), `module examples\n\ngo 1.23\n\n${module}`);
  return seen.size;
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

async function examplesIn(folder: string): Promise<Example[]> {
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((name) => name.endsWith('.go')).sort();
  const sources = await Promise.all(
    files.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const),
  );
  return sources.flatMap(([name, source]) => examplesOf(name, source));
}

/** A comment's indented lines are code. What follows the comment is what it is about. */
function examplesOf(file: string, source: string): Example[] {
  const comments = source.matchAll(/((?:^\/\/.*\n)+)(.*)/gm);
  return [...comments].flatMap(({ 1: comment = '', 2: declaration = '', index }) => {
    const line = source.slice(0, index).split('\n').length;
    const code = [...comment.matchAll(/^\/\/(\t.*)/gm)].map((match) => match[1]).join('\n');
    if (code === '') return [];
    return [
      { place: `${file}:${line}`, key: `${file}\n${code}`, code, parameters: parametersOf(declaration) },
    ];
  });
}

function parametersOf(declaration: string): string[] {
  const [, list = ''] = /^func (?:\(.*?\) )?[A-Z]\w*\((.*?)\)/.exec(declaration) ?? [];
  return list.split(', ').filter((parameter) => /^\w+ (string|int|int64|float64|bool)$/.test(parameter));
}

function printExamples(examples: readonly Example[], module: string, packages: readonly string[]): string {
  const functions = examples.map(printExample).join('\n');
  const used = new Set(
    [...(functions + given).matchAll(/\b([a-z]\w*)\.[A-Z]/g)].map((match) => match[1] ?? ''),
  );
  const own = packages.filter((name) => used.has(name)).map((name) => `${module}/${name}`);
  const imports = Object.entries(standard)
    .filter(([name]) => used.has(name))
    .map(([, path]) => path);
  const groups = [imports.sort(), [module, ...own.sort()]];
  const lines = groups.map((paths) => paths.map((path) => `\t"${path}"\n`).join('')).join('\n');
  return `package examples\n\nimport (\n${lines})\n\n${given}\n${functions}`;
}

function printExample({ place, code, parameters }: Example, index: number): string {
  // Go refuses a variable that is not used, and an example ends before it is.
  const declared = [...code.matchAll(/^\t(?:var (\w+)|(\w+(?:, \w+)*) :=)/gm)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
  const uses = declared.map((names) => `\t${names.replace(/\w+/g, '_')} = ${names}\n`).join('');
  const isHandler = /^\t+return$/m.test(code);
  const end = isHandler ? '' : '\treturn nil\n';
  const result = isHandler ? '' : ' error';
  return `// ${place}\nfunc example${index}(${parameters.join(', ')})${result} {\n${code}\n${uses}${end}}\n`;
}
