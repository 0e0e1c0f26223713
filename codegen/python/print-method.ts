import { type SdkField, type SdkOperation, type SdkResource, shapesIn } from '../model/index.ts';
import type { Imports } from './imports.ts';
import { docstring, lineWidth, quote } from './layout.ts';
import { printExample } from './print-example.ts';
import { importType } from './print-models.ts';
import { printFieldType, printType } from './print-type.ts';
import { type Flavour, inputFields, type PythonModel } from './python-model.ts';
import { fieldName, pythonName } from './python-names.ts';
import { annotatedParameter, flatText, type TypeText, unionOf } from './type-text.ts';

/** Prints a method in one flavour and the other; what they have in common is made once. */
export function methodPrinter(
  resource: SdkResource,
  operation: SdkOperation,
  model: PythonModel,
  imports: Imports,
): (flavour: Flavour) => string {
  const fields = inputFields(operation, model);
  importTypes(operation, fields, model, imports);
  const parameters = printParameters(operation, fields, model);
  const prose = describe(operation, fields);
  const request = printRequest(operation, fields);
  return (flavour) => {
    const isAwaited = flavour === 'async' && !operation.isPaginated;
    const returned = flatText(returnType(operation, model, flavour));
    const example = `Example::\n\n${printExample(resource, operation, model, flavour)}`;
    return [
      `    ${isAwaited ? 'async ' : ''}def ${pythonName(operation.name)}(\n${parameters}    ) -> ${returned}:\n`,
      docstring([...prose, example], '        '),
      printBody(operation, fields, request, returned, isAwaited),
    ].join('');
  };
}

function printParameters(operation: SdkOperation, fields: readonly SdkField[], model: PythonModel): string {
  return [
    '        self,\n',
    ...operation.pathParameters.map((field) => {
      return annotatedParameter('        ', pythonName(field.name), printType(field.type, 'sent', model), '');
    }),
    ...(operation.upload ? ['        file: Upload,\n'] : []),
    ...(fields.length > 0 || operation.upload ? ['        *,\n'] : []),
    ...(operation.upload ? ['        content_type: str | None = None,\n'] : []),
    ...fields.map((field) => printParameter(field, model)),
    `        **call_options: Unpack[${optionsType(operation)}],\n`,
  ].join('');
}

function printParameter(field: SdkField, model: PythonModel): string {
  const type = printFieldType(field, 'sent', model);
  if (field.isRequired) return annotatedParameter('        ', fieldName(field.name), type, '');
  return annotatedParameter('        ', fieldName(field.name), unionOf([type, 'NotGiven']), ' = NOT_GIVEN');
}

export function returnType(operation: SdkOperation, model: PythonModel, flavour: Flavour): TypeText {
  if (operation.isDownload) return 'bytes';
  const output = operation.output ? printType(operation.output, 'answered', model) : 'None';
  if (operation.isPaginated) return { head: flavour === 'async' ? 'AsyncApiList' : 'ApiList', of: [output] };
  // Beside a method named `list`, the type needs its full name.
  return typeof output === 'object' && 'head' in output
    ? { ...output, head: `builtins.${output.head}` }
    : output;
}

export function optionsType(operation: SdkOperation): string {
  if (!operation.isWrite) return 'RequestOptions';
  return operation.isVersioned ? 'VersionedOptions' : 'WriteOptions';
}

function importTypes(
  operation: SdkOperation,
  fields: readonly SdkField[],
  model: PythonModel,
  imports: Imports,
): void {
  imports.value('._core.options', 'ApiRequest', 'CallOptions', optionsType(operation));
  if (operation.pathParameters.length > 0) imports.value('._core.options', 'path_segment');
  if (operation.upload) imports.value('._core.options', 'Upload');
  if (fields.some((field) => !field.isRequired)) imports.value('._core.not_given', 'NOT_GIVEN', 'NotGiven');
  for (const shape of fields.flatMap((field) => shapesIn(field.type))) {
    for (const name of model.sentTypes(shape)) importType(name, model, imports);
  }
  for (const shape of operation.output ? shapesIn(operation.output) : []) importType(shape, model, imports);
}

function describe(
  { summary, description, ...operation }: SdkOperation,
  fields: readonly SdkField[],
): (string | undefined)[] {
  const scopes = `Scopes: ${operation.scopes.map((scope) => `\`${scope}\``).join(', ')}.`;
  const errors = operation.errors.map((code) => `\`${code}\``).join(', ');
  const described = fields.filter((field) => field.description !== undefined);
  return [
    `${summary}.`,
    description,
    ...described.map((field) => `\`${fieldName(field.name)}\`: ${field.description}`),
    errors ? `${scopes} Errors: ${errors}.` : scopes,
  ];
}

function printRequest(operation: SdkOperation, fields: readonly SdkField[]): string {
  const entries = fields.map((field) => `${quote(fieldName(field.name))}: ${fieldName(field.name)},`);
  const input = operation.input
    ? [`input=${quote(operation.input.shape)},`, ...printInput(operation.inputPlace, entries)]
    : [];
  const lines = [
    `method="${operation.http.method}",`,
    `path=${printPath(operation)},`,
    ...input,
    ...(operation.upload ? ['upload=file,', 'content_type=content_type,'] : []),
    ...printOutput(operation),
    ...(operation.isDownload ? ['is_file=True,'] : []),
    ...(operation.isWrite ? ['is_write=True,'] : []),
  ];
  return `            ApiRequest(\n${lines.map((line) => `                ${line}\n`).join('')}            ),\n`;
}

function printBody(
  operation: SdkOperation,
  fields: readonly SdkField[],
  request: string,
  returned: string,
  isAwaited: boolean,
): string {
  const call = `${isAwaited ? 'await ' : ''}self._client.${operation.isPaginated ? 'list' : 'call'}(`;
  const tail = `${request}            CallOptions(**call_options),\n        )\n`;
  if (returned === 'None') return `        ${call}\n${tail}`;
  // An argument may have that name.
  const local = fields.some((field) => fieldName(field.name) === 'answer') ? '_answer' : 'answer';
  return `${annotatedCall(local, returned, call)}${tail}        return ${local}\n`;
}

function annotatedCall(local: string, returned: string, call: string): string {
  const line = `        ${local}: ${returned} = ${call}\n`;
  return line.length - 1 <= lineWidth ? line : `        ${local}: ${returned}\n        ${local} = ${call}\n`;
}

function printInput(place: 'query' | 'body', entries: readonly string[]): string[] {
  return [`${place}={`, ...entries.map((entry) => `    ${entry}`), '},'];
}

function printOutput(operation: SdkOperation): string[] {
  if (!operation.output) return [];
  const name = shapesIn(operation.output)[0];
  const isPlain = operation.output.kind === 'shape' && name !== undefined;
  return [`output=${quote(isPlain ? name : flatText(printType(operation.output, 'answered', noModel)))},`];
}

/** What is answered is named alike in every module. */
const noModel: PythonModel = {
  sdk: { resources: [], namespaces: [], shapes: [], errors: [], events: [] },
  package: '',
  shapeOf: () => undefined,
  sentTypes: (shape) => [shape],
  moduleOf: () => undefined,
  shapesByModule: new Map(),
};

function printPath(operation: SdkOperation): string {
  if (operation.pathParameters.length === 0) return quote(operation.http.path);
  const path = operation.http.path.replace(
    /\{(\w+)\}/g,
    (_, name: string) => `{path_segment(${pythonName(name)})}`,
  );
  return `f"${path}"`;
}
