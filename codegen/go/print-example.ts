import type { SdkOperation, SdkResource } from '../model/index.ts';
import type { GoModel } from './go-model.ts';
import { exportedName, iteratorName, parameterName } from './go-names.ts';
import { quote } from './layout.ts';
import { printStruct } from './print-literal.ts';
import { sampleOf } from './sample-value.ts';

/** A call of the method as one would write it elsewhere, indented as code of a comment is. */
export function printExample(resource: SdkResource, operation: SdkOperation, model: GoModel): string {
  const example = operation.example ?? sampleOf(operation, model);
  const call = printCall(resource, operation, exportedName(operation.name), model, example);
  return indented(`${printResults(operation)} := ${call}`);
}

/** The loop over all items. */
export function printIteratorExample(resource: SdkResource, operation: SdkOperation, model: GoModel): string {
  const call = printCall(resource, operation, iteratorName(operation.name), model, {});
  return indented(
    `for item, err := range ${call} {\n\tif err != nil {\n\t\treturn err\n\t}\n\tfmt.Println(item)\n}`,
  );
}

function printCall(
  resource: SdkResource,
  operation: SdkOperation,
  name: string,
  model: GoModel,
  example: Readonly<Record<string, unknown>>,
): string {
  const ids = operation.pathParameters.map((field) =>
    typeof example[field.name] === 'string' ? quote(String(example[field.name])) : parameterName(field.name),
  );
  const isConditional = operation.isVersioned && operation.http.method === 'PATCH';
  const upload = operation.upload?.contentTypes[0];
  const shape = model.shapeNamed(operation.input?.shape ?? '');
  const parameters = [
    'ctx',
    ...ids,
    ...(upload ? [`headlesspro.Upload{ContentType: ${quote(upload)}, Contents: contents}`] : []),
    ...(shape ? [printStruct(shape, example, model, 0)] : []),
    ...(isConditional ? ['headlesspro.WithIfVersion(version)'] : []),
  ];
  return `store.${resource.path.map(exportedName).join('.')}.${name}(${parameters.join(', ')})`;
}

function printResults(operation: SdkOperation): string {
  if (operation.isPaginated) return 'page, err';
  if (operation.isDownload) return 'file, err';
  return operation.output ? 'answer, err' : 'err';
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `\t${line}`)
    .join('\n');
}
