import { type SdkModel, type SdkOperation, type SdkResource, shapesIn } from '../model/index.ts';
import { className } from './class-names.ts';
import type { Edition } from './edition.ts';
import type { Imports } from './imports.ts';
import { docComment, fitLine, parameterName, quote } from './layout.ts';
import { printExample } from './print-example.ts';
import { importTimes, printType } from './print-type.ts';

/** The class of a resource: a method an operation, each one line of data handed to the client. */
export function printResource(
  resource: SdkResource,
  model: SdkModel,
  edition: Edition,
  imports: Imports,
): string {
  imports.type('ApiClient', 'core/client');
  const methods = resource.operations.map((operation) => {
    importTypes(operation, edition, imports);
    return printDocs(resource, operation, model) + printMethod(operation);
  });
  return `/** \`store.${resource.path.join('.')}\` */
export class ${className(resource, model)} {
  readonly #client: ApiClient;

  constructor(client: ApiClient) {
    this.#client = client;
  }

${methods.join('\n')}}
`;
}

function importTypes(operation: SdkOperation, edition: Edition, imports: Imports): void {
  const names = [
    ...(operation.output ? shapesIn(operation.output) : []),
    ...(operation.input ? [operation.input.shape] : []),
  ];
  for (const name of names) {
    const shape = edition.shapeNamed(name);
    if (shape) imports.type(name, edition.fileOf(shape));
  }
  for (const { type } of operation.pathParameters) importTimes(type, imports);
  if (operation.output) importTimes(operation.output, imports);
  imports.type(optionsType(operation), 'core/options');
  if (operation.upload) imports.type('Upload', 'core/options');
  if (operation.isPaginated) imports.type('ApiList', 'core/list');
  else imports.type('ApiCall', 'core/call');
  if (operation.pathParameters.length > 0) imports.value('path', 'core/build-request');
}

function printDocs(resource: SdkResource, operation: SdkOperation, model: SdkModel): string {
  const facts = [
    `Scopes: ${operation.scopes.map((scope) => `\`${scope}\``).join(', ')}.`,
    operation.errors.length > 0
      ? `Errors: ${operation.errors.map((code) => `\`${code}\``).join(', ')}.`
      : undefined,
  ];
  return docComment(
    [
      `${operation.summary}.`,
      operation.description,
      facts.filter(Boolean).join(' '),
      `@example\n${printExample(resource, operation, model)}`,
    ],
    '  ',
  );
}

function printMethod(operation: SdkOperation): string {
  const parameters = printParameters(operation);
  const head = `${operation.name}(`;
  const tail = `): ${printReturn(operation)} {`;
  const signature = fitLine(2, head + parameters.join(', ') + tail, () => {
    return `${head}\n${parameters.map((parameter) => `    ${parameter},\n`).join('')}  ${tail}`;
  });
  const description = printDescription(operation);
  const call = `return this.#client.${operation.isPaginated ? 'list' : 'call'}(`;
  const body = fitLine(4, `${call}{ ${description.join(', ')} }, options);`, () => {
    const inner = fitLine(6, `{ ${description.join(', ')} },`, () => {
      return `{\n${description.map((part) => `        ${part},\n`).join('')}      },`;
    });
    return `${call}\n      ${inner}\n      options,\n    );`;
  });
  return `  ${signature}\n    ${body}\n  }\n`;
}

/** Ids of the path one by one, then the file, the rest of the input, the options. */
export function printParameters(operation: SdkOperation): string[] {
  const { input, upload } = operation;
  return [
    ...operation.pathParameters.map(
      (field) => `${parameterName(field.name)}: ${printType(field.type, 'sent')}`,
    ),
    ...(upload ? ['file: Upload'] : []),
    ...(input ? [`input${input.required ? '' : '?'}: ${input.shape}`] : []),
    `options?: ${optionsType(operation)}`,
  ];
}

export function printReturn(operation: SdkOperation): string {
  if (operation.isDownload) return 'ApiCall<Blob>';
  const output = operation.output ? printType(operation.output, 'answered') : 'void';
  return operation.isPaginated ? `ApiList<${output}>` : `ApiCall<${output}>`;
}

function optionsType(operation: SdkOperation): string {
  if (!operation.isWrite) return 'RequestOptions';
  return operation.isVersioned ? 'VersionedOptions' : 'WriteOptions';
}

function printDescription(operation: SdkOperation): string[] {
  const { http, input, inputPlace } = operation;
  const template = http.path.replace(/\{(\w+)\}/g, (_, name: string) => `\${${parameterName(name)}}`);
  const place =
    inputPlace === 'query' ? 'query: input' : input?.required ? 'body: input' : 'body: input ?? {}';
  return [
    `method: '${http.method}'`,
    operation.pathParameters.length > 0 ? `path: path\`${template}\`` : `path: ${quote(http.path)}`,
    ...(operation.upload ? ['upload: file'] : []),
    ...(input ? [place] : []),
    ...(operation.isDownload ? ['isFile: true'] : []),
    ...(operation.isWrite ? ['isWrite: true'] : []),
    ...(operation.output || operation.isDownload ? [] : ["answers: 'nothing'"]),
  ];
}
