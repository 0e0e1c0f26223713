import type { Contract } from '../runtime/contract/contract.ts';
import { buildModel, byName, type SdkModel } from './model/index.ts';
import { printPython } from './python/index.ts';
import { type ImportExtension, printTypeScript } from './typescript/index.ts';

export type Language = 'typescript' | 'python';

export interface GenerateOptions {
  readonly contract: Contract;
  readonly language: Language;
  /**
   * What imports between the SDK's own files end in: `.js` unless given, which TypeScript, Vite and Node know for
   * the `.ts` it is compiled from. Next's Turbopack does not: there it is nothing, `''`.
   */
  readonly importExtension?: ImportExtension | undefined;
  /** Services that are left out, such as `webhooks`. */
  readonly without?: readonly string[] | undefined;
  /** Name that the Python SDK is imported by; `headlesspro_store` unless given. */
  readonly pythonPackage?: string | undefined;
  /** SDL of this store, kept beside the SDK as `schema.graphql` for tools that type GraphQL documents. */
  readonly graphqlSchema?: string | undefined;
}

type Printer = (model: SdkModel, options: GenerateOptions) => Map<string, string>;

/** Files of an SDK by path, relative to its folder, in order. */
export type SdkFiles = ReadonlyMap<string, string>;

/** The first line of every generated file, by which they are known again. */
export const generatedMark = 'Written by hp generate; do not edit.';

const printers: Readonly<Record<Language, Printer>> = {
  typescript: printTypeScript,
  python: printPython,
};

/** Reading a contract is a good part of the work, and the same for every language. */
const models = new WeakMap<Contract, Map<string, SdkModel>>();

function modelOf({ contract, without = [] }: GenerateOptions): SdkModel {
  const known = models.get(contract) ?? new Map<string, SdkModel>();
  models.set(contract, known);
  const key = JSON.stringify(without);
  const model = known.get(key) ?? buildModel(contract, { without });
  known.set(key, model);
  return model;
}

/**
 * Contract → model → printer: the SDK of one store. The same contract gives the same bytes, on every machine.
 *
 * @throws {GenerationError} where the contract has two things of one name, or one that has none, or no such service.
 */
export function generateSdk(options: GenerateOptions): SdkFiles {
  const model = modelOf(options);
  const files = printers[options.language](model, options);
  if (options.graphqlSchema !== undefined) files.set('schema.graphql', options.graphqlSchema);
  return new Map(
    [...files]
      .sort(([left], [right]) => byName(left, right))
      .map(([path, text]) => [path, `${headerOf(path)}\n${text}`]),
  );
}

function headerOf(path: string): string {
  if (path.endsWith('.md')) return `<!-- ${generatedMark} -->\n`;
  return /\.(graphql|py|toml|typed)$/.test(path) ? `# ${generatedMark}\n` : `// ${generatedMark}\n`;
}
