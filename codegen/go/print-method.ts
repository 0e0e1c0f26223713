import type { SdkOperation, SdkResource } from '../model/index.ts';
import type { GoModel } from './go-model.ts';
import { exportedName, iteratorName, parameterName } from './go-names.ts';
import type { Imports } from './imports.ts';
import { docComment, quote } from './layout.ts';
import { printExample, printIteratorExample } from './print-example.ts';
import { printType } from './print-type.ts';

interface MethodPlace {
  readonly resource: SdkResource;
  /** Type that the method is of. */
  readonly receiver: string;
  readonly model: GoModel;
  readonly imports: Imports;
}

/** The method of an operation, and beside one that lists, the iterator over all items. */
export function printMethod(operation: SdkOperation, place: MethodPlace): string {
  const docs = printDocs(operation, place);
  const head = `func (resource *${place.receiver}) `;
  const result = printResult(operation, place);
  const method = `${docs}${head}${printSignature(operation, place)} {\n\treturn ${result.call}\n}\n`;
  return operation.isPaginated ? `${method}\n${printIterator(operation, place)}` : method;
}

function printIterator(operation: SdkOperation, place: MethodPlace): string {
  const name = iteratorName(operation.name);
  const docs = docComment([
    `${name} gives all items of ${exportedName(operation.name)}, page by page as they are needed.`,
    printIteratorExample(place.resource, operation, place.model),
  ]);
  const item = itemType(operation, place);
  const call = `${place.imports.own('core', 'All')}[${item}](ctx, resource.client, ${printRequest(operation, place.imports)}, ${settings(operation)})`;
  return `${docs}func (resource *${place.receiver}) ${printIteratorSignature(operation, place)} {\n\treturn ${call}\n}\n`;
}

/** `List(ctx context.Context, input ListProducts, options ...core.RequestOption) (*core.Page[Product], error)`. */
export function printSignature(
  operation: SdkOperation,
  place: Omit<MethodPlace, 'receiver' | 'resource'>,
): string {
  const { type } = printResult(operation, place);
  return `${exportedName(operation.name)}(${printParameters(operation, place)}) ${type}`;
}

export function printIteratorSignature(
  operation: SdkOperation,
  place: Omit<MethodPlace, 'receiver' | 'resource'>,
): string {
  const sequence = `func(yield func(${itemType(operation, place)}, error) bool)`;
  return `${iteratorName(operation.name)}(${printParameters(operation, place)}) ${sequence}`;
}

/** Ids of the path one by one, then the file, the rest of the input, the options. */
function printParameters(
  operation: SdkOperation,
  { model, imports }: Omit<MethodPlace, 'receiver' | 'resource'>,
): string {
  const input =
    operation.input && printType({ kind: 'shape', name: operation.input.shape }, { model, imports });
  return [
    `ctx ${imports.standard('context', 'Context')}`,
    ...operation.pathParameters.map(
      (field) => `${parameterName(field.name)} ${printType(field.type, { model, imports })}`,
    ),
    ...(operation.upload ? [`file ${imports.own('core', 'Upload')}`] : []),
    ...(input ? [`input ${input}`] : []),
    `options ...${imports.own('core', optionsType(operation))}`,
  ].join(', ');
}

function optionsType(operation: SdkOperation): 'RequestOption' | 'WriteOption' | 'VersionedOption' {
  if (!operation.isWrite) return 'RequestOption';
  return operation.isVersioned ? 'VersionedOption' : 'WriteOption';
}

function settings(operation: SdkOperation): string {
  return `resource.client.For${optionsType(operation).replace('Option', '')}(options)`;
}

function itemType(
  operation: SdkOperation,
  { model, imports }: Omit<MethodPlace, 'receiver' | 'resource'>,
): string {
  return operation.output ? printType(operation.output, { model, imports }) : 'any';
}

/** What the method gives, and the function of the core that gets it. */
function printResult(
  operation: SdkOperation,
  place: Omit<MethodPlace, 'receiver' | 'resource'>,
): { readonly type: string; readonly call: string } {
  const { imports } = place;
  const rest = `(ctx, resource.client, ${printRequest(operation, imports)}, ${settings(operation)})`;
  if (operation.isDownload) {
    return { type: `(*${imports.own('core', 'File')}, error)`, call: `core.Download${rest}` };
  }
  if (!operation.output) return { type: 'error', call: `core.Send${rest}` };
  const item = itemType(operation, place);
  return operation.isPaginated
    ? { type: `(*${imports.own('core', 'Page')}[${item}], error)`, call: `core.List[${item}]${rest}` }
    : { type: `(*${item}, error)`, call: `core.Call[${item}]${rest}` };
}

function printRequest(operation: SdkOperation, imports: Imports): string {
  const { http, input, inputPlace, pathParameters } = operation;
  const values = pathParameters.map(({ name, type }) =>
    type.kind === 'string'
      ? parameterName(name)
      : `${imports.standard('fmt', 'Sprint')}(${parameterName(name)})`,
  );
  const parts = [
    `Method: ${quote(http.method)}`,
    `Path: ${quote(http.path)}`,
    ...(values.length > 0 ? [`Values: []string{${values.join(', ')}}`] : []),
    ...(operation.upload ? ['Upload: &file'] : []),
    ...(input ? [inputPlace === 'query' ? 'Query: input' : 'Body: input'] : []),
    ...(operation.isWrite ? ['IsWrite: true'] : []),
  ];
  return `${imports.own('core', 'Request')}{${parts.join(', ')}}`;
}

function printDocs(operation: SdkOperation, { resource, model }: MethodPlace): string {
  const name = exportedName(operation.name);
  const facts = [
    `Scopes: ${operation.scopes.join(', ')}.`,
    operation.errors.length > 0 ? `Errors: ${operation.errors.join(', ')}.` : '',
  ];
  return docComment([
    `${printSummary(name, operation.summary)}.`,
    operation.description,
    facts.filter(Boolean).join(' '),
    printExample(resource, operation, model),
  ]);
}

/** What is said of a name begins with it, as Go has it: `List products`, `Update: change a product`. */
function printSummary(name: string, summary: string): string {
  if (summary.startsWith(`${name} `)) return summary;
  return `${name}: ${summary.charAt(0).toLowerCase()}${summary.slice(1)}`;
}
