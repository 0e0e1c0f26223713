import type { SdkModel, SdkOperation, SdkResource } from '../model/index.ts';
import { literal, propertyName } from './layout.ts';

/** A call of the method as one would write it: the contract's example, or names that speak for themselves. */
export function printExample(resource: SdkResource, operation: SdkOperation, model: SdkModel): string {
  const example = operation.example ?? {};
  const given = operation.pathParameters.map(({ name }) =>
    name in example ? literal(example[name], 0) : name,
  );
  const input = printInput(operation, model);
  const parameters = [
    ...given,
    ...(operation.upload ? ['file'] : []),
    ...(input === undefined ? [] : [input]),
    ...(operation.isVersioned && operation.http.method === 'PATCH' ? ['{ ifVersion: version }'] : []),
  ];
  const call = `store.${resource.path.join('.')}.${operation.name}(${parameters.join(', ')})`;
  if (operation.isPaginated) return `for await (const item of ${call}) console.log(item);`;
  return operation.output ? `const answer = await ${call};` : `await ${call};`;
}

function printInput(operation: SdkOperation, model: SdkModel): string | undefined {
  const shape = model.shapes.find((candidate) => candidate.name === operation.input?.shape);
  if (!shape) return undefined;
  const known = Object.entries(operation.example ?? {}).filter(([name]) =>
    shape.fields.some((field) => field.name === name),
  );
  if (known.length > 0) return literal(Object.fromEntries(known), 0);
  const required = shape.fields.filter((field) => field.isRequired);
  const shown = required.length > 0 || !operation.input?.required ? required : shape.fields.slice(0, 1);
  if (shown.length === 0) return undefined;
  const names = shown.map(({ name }) =>
    propertyName(name) === name ? name : `${propertyName(name)}: value`,
  );
  return `{ ${names.join(', ')} }`;
}
