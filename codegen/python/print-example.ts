import type { SdkOperation, SdkResource } from '../model/index.ts';
import { literal, quote } from './layout.ts';
import { type Flavour, inputFields, type PythonModel } from './python-model.ts';
import { fieldName, pythonName, snakeCase } from './python-names.ts';

/** A call of the method as one would write it: the contract's example, or names that speak for themselves. */
export function printExample(
  resource: SdkResource,
  operation: SdkOperation,
  model: PythonModel,
  flavour: Flavour,
): string {
  const wait = flavour === 'async' && !operation.isPaginated ? 'await ' : '';
  const method = ['store', ...resource.path.map(pythonName), pythonName(operation.name)].join('.');
  const given = printArguments(operation, model);
  const flat = `${method}(${given.join(', ')})`;
  const call =
    flat.length <= 60 ? flat : `${method}(\n${given.map((text) => `        ${text},\n`).join('')}    )`;
  if (operation.isPaginated) {
    return `    ${flavour === 'async' ? 'async ' : ''}for item in ${call}:\n        print(item)`;
  }
  if (!operation.output && !operation.isDownload) return `    ${wait}${call}`;
  const local = given.some((text) => /\banswer$/.test(text)) ? 'answered' : 'answer';
  return `    ${local} = ${wait}${call}`;
}

function printArguments(operation: SdkOperation, model: PythonModel): string[] {
  const example = operation.example ?? {};
  const fields = inputFields(operation, model);
  const known = fields.filter((field) => field.name in example);
  const required = fields.filter((field) => field.isRequired);
  const shown =
    known.length > 0
      ? known
      : required.length > 0
        ? required
        : fields.slice(0, operation.input?.required ? 1 : 0);
  const isConditional = operation.isVersioned && operation.http.method === 'PATCH';
  return [
    ...operation.pathParameters.map((field) =>
      field.name in example ? literal(example[field.name]) : pythonName(field.name),
    ),
    ...(operation.upload ? ['Path("picture.jpg")'] : []),
    ...shown.map((field) => {
      const name = fieldName(field.name);
      return `${name}=${field.name in example ? pythonLiteral(example[field.name]) : name}`;
    }),
    ...(isConditional ? ['if_version=version'] : []),
  ];
}

/** Keys as the dictionaries of the SDK have them. */
function pythonLiteral(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(pythonLiteral).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return literal(value);
  const entries = Object.entries(value).map(
    ([name, item]) => `${quote(snakeCase(name))}: ${pythonLiteral(item)}`,
  );
  return `{${entries.join(', ')}}`;
}
