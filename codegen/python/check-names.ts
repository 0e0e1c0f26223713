import { GenerationError, type SdkOperation } from '../model/index.ts';
import { coreExports } from './core-exports.ts';
import { detailsClass, errorClass, familyOf, ownErrors } from './print-errors.ts';
import { inputFields, inputTypeName, isModel, type PythonModel, resourceClass } from './python-model.ts';
import { fieldName, pythonName } from './python-names.ts';

/** Arguments that every method has beside its input. */
const options: Readonly<Record<string, string>> = {
  timeout: 'seconds for one attempt',
  deadline: 'seconds for everything',
  retries: 'how often to try again',
  extra_headers: 'headers added to the request',
  extra_fields: 'fields added to the input',
  idempotency_key: 'the name of the change',
  if_version: 'the version that was read',
  self: 'the resource itself',
  call_options: 'all options of a call',
};
const uploadOptions = { file: 'the file to upload', content_type: 'the type of the file' };

/** Names that generated modules use for something else. */
const reserved = [
  ...['Store', 'AsyncStore', 'ApiClient', 'AsyncApiClient', 'ApiRequest', 'CallOptions', 'WireName'],
  ...['Annotated', 'Any', 'Field', 'Literal', 'Mapping', 'NotRequired', 'Sequence', 'TypedDict', 'Unpack'],
];

/** Everything that Python sees under a name must have it alone. */
export function checkNames(model: PythonModel): void {
  if (!/^[a-z][a-z0-9_]*$/.test(model.package)) {
    throw new GenerationError(
      `The Python package "${model.package}" can not be imported: use lowercase letters, digits and underscores.`,
    );
  }
  checkTypes(model);
  for (const shape of model.sdk.shapes)
    checkFields(
      `the type ${shape.name}`,
      shape.fields.map(({ name }) => name),
    );
  for (const resource of model.sdk.resources) {
    checkMethods(
      `store.${resource.path.join('.')}`,
      resource.operations.map(({ name }) => name),
    );
    for (const operation of resource.operations) checkArguments(operation, model);
  }
}

function checkTypes(model: PythonModel): void {
  const seen = new Map<string, string>();
  const claim = (name: string, owner: string): void => {
    const other = seen.get(name);
    if (other !== undefined) {
      throw new GenerationError(
        `In Python, ${other} and ${owner} would both be ${name}. Give one of them another title or name.`,
      );
    }
    seen.set(name, owner);
  };
  for (const name of [...Object.values(coreExports).flat(), ...reserved]) {
    claim(name, `a part of the SDK itself`);
  }
  for (const shape of model.sdk.shapes) {
    if (isModel(shape)) claim(shape.name, `the type ${shape.name}`);
    if (shape.isSent) claim(inputTypeName(shape), `the input of the type ${shape.name}`);
  }
  for (const error of ownErrors(model.sdk)) {
    if (errorClass(error) !== familyOf(error.status)) claim(errorClass(error), `the problem ${error.code}`);
    if (error.details) claim(detailsClass(error), `the details of ${error.code}`);
  }
  for (const resource of model.sdk.resources) {
    const name = resourceClass(resource);
    const owner = `the resource ${resource.path.join('.')}`;
    if (seen.has(name)) claim(name, owner);
  }
}

function checkFields(owner: string, names: readonly string[]): void {
  refuseTwins(owner, names, fieldName);
}

function checkMethods(owner: string, names: readonly string[]): void {
  refuseTwins(owner, names, pythonName);
  const own = names.find((name) => ['with_response', '_client'].includes(pythonName(name)));
  if (own !== undefined) {
    throw new GenerationError(
      `${owner}.${own} would hide with_response of the Python SDK. Rename the operation.`,
    );
  }
}

function checkArguments(operation: SdkOperation, model: PythonModel): void {
  const path = operation.pathParameters.map(({ name }) => [name, pythonName(name)] as const);
  const input = inputFields(operation, model).map(({ name }) => [name, fieldName(name)] as const);
  const taken: Readonly<Record<string, string>> = operation.upload
    ? { ...options, ...uploadOptions }
    : options;
  const seen = new Map<string, string>();
  for (const [wire, name] of [...path, ...input]) {
    if (name in taken) {
      throw new GenerationError(
        `${operation.id}: its input "${wire}" has the name of the Python SDK's option ${name} (${taken[name]}). ` +
          'Rename the input in the contract.',
      );
    }
    const other = seen.get(name);
    if (other !== undefined) throw twins(operation.id, other, wire, name);
    seen.set(name, wire);
  }
}

function refuseTwins(owner: string, names: readonly string[], nameOf: (text: string) => string): void {
  const seen = new Map<string, string>();
  for (const wire of names) {
    const name = nameOf(wire);
    const other = seen.get(name);
    if (other !== undefined) throw twins(owner, other, wire, name);
    seen.set(name, wire);
  }
}

function twins(owner: string, first: string, second: string, name: string): GenerationError {
  return new GenerationError(
    `In Python, "${first}" and "${second}" of ${owner} would both be ${name}. Rename one of them in the contract.`,
  );
}
