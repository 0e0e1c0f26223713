import type { SdkModel, SdkOperation, SdkResource } from '../model/index.ts';
import { literal, parameterName, propertyName } from './layout.ts';

/** Columns of a docstring's `*` inside of a class. */
const docstringIndent = 5;

/** A call of the method as one would write it: the contract's example, or names that speak for themselves. */
export function printExample(resource: SdkResource, operation: SdkOperation, model: SdkModel): string {
  const method = `store.${resource.path.join('.')}.${operation.name}(`;
  const head = operation.isPaginated
    ? `const items = ${method}`
    : `${operation.output ? 'const answer = ' : ''}await ${method}`;
  const example = operation.example ?? {};
  const ids = operation.pathParameters.map(({ name }) =>
    name in example ? literal(example[name], 0) : parameterName(name),
  );
  const before = [...ids, ...(operation.upload ? ['file'] : [])];
  const lead = head.length + before.join(', ').length + ');'.length;
  const input = printInput(operation, model, lead);
  const isConditional = operation.isVersioned && operation.http.method === 'PATCH';
  const parameters = [
    ...before,
    ...(input === undefined ? [] : [input]),
    ...(isConditional ? ['{ ifVersion: version }'] : []),
  ];
  const call = `${head}${parameters.join(', ')});`;
  return operation.isPaginated ? `${call}\nfor await (const item of items) console.log(item);` : call;
}

function printInput(operation: SdkOperation, model: SdkModel, lead: number): string | undefined {
  const shape = model.shapes.find((candidate) => candidate.name === operation.input?.shape);
  if (!shape) return undefined;
  const known = Object.entries(operation.example ?? {}).filter(([name]) =>
    shape.fields.some((field) => field.name === name),
  );
  if (known.length > 0) return literal(Object.fromEntries(known), 0, lead, docstringIndent);
  const required = shape.fields.filter((field) => field.isRequired);
  const shown = required.length > 0 || !operation.input?.required ? required : shape.fields.slice(0, 1);
  if (shown.length === 0) return undefined;
  const names = shown.map(({ name }) =>
    propertyName(name) === name ? name : `${propertyName(name)}: value`,
  );
  return `{ ${names.join(', ')} }`;
}
