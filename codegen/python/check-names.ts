import { GenerationError, type MethodNode, type SdkField, type SdkOperation } from '../model/index.ts';
import { coreExports } from './core-exports.ts';
import { detailsClass, errorClass, familyOf, ownErrors } from './print-errors.ts';
import { nodeClass } from './print-resource.ts';
import { inputFields, inputTypeName, isModel, type PythonModel } from './python-model.ts';
import { fieldName, pythonName } from './python-names.ts';
import {
  moduleNames,
  options,
  resourceMembers,
  storeMembers,
  uploadOptions,
  webhookNames,
} from './reserved-names.ts';

/** Everything that Python sees under a name must have it alone. */
export function checkNames(model: PythonModel, tree: readonly MethodNode[]): void {
  if (!/^[a-z][a-z0-9_]*$/.test(model.package)) {
    throw new GenerationError(
      `The Python package "${model.package}" can not be imported: use lowercase letters, digits and underscores.`,
    );
  }
  checkTypes(model, tree);
  checkEvents(model);
  for (const shape of model.sdk.shapes) checkFields(`the type ${shape.name}`, shape.fields);
  for (const error of ownErrors(model.sdk)) {
    checkFields(`the details of ${error.code}`, error.details ?? []);
  }
  checkMembers('store', tree, [], storeMembers);
  for (const node of tree) checkNode(node, model);
}

function checkTypes(model: PythonModel, tree: readonly MethodNode[]): void {
  const claim = claims((name) => `the type ${name}`, [...Object.values(coreExports).flat(), ...moduleNames]);
  for (const shape of model.sdk.shapes) {
    if (isModel(shape)) claim(shape.name, `the type ${shape.name}`);
    if (shape.isSent) claim(inputTypeName(shape), `the input of the type ${shape.name}`);
  }
  for (const error of ownErrors(model.sdk)) {
    if (errorClass(error) !== familyOf(error.status)) claim(errorClass(error), `the problem ${error.code}`);
    if (error.details) claim(detailsClass(error), `the details of ${error.code}`);
  }
  // Resources of one name are in modules of their own; a type of that name may be where they are used.
  const classes = new Map(tree.flatMap(withChildren).map((node) => [nodeClass(node, 'sync'), node]));
  for (const [name, { path }] of classes) claim(name, `the resource ${path.join('.')}`);
}

function withChildren(node: MethodNode): readonly MethodNode[] {
  return [node, ...node.children.flatMap(withChildren)];
}

function checkEvents(model: PythonModel): void {
  const claim = claims((name) => `the event ${name}`, webhookNames);
  for (const event of model.sdk.events) claim(event.name, `the event ${event.type}`);
}

function checkFields(owner: string, fields: readonly SdkField[]): void {
  const claim = claims((name) => `the field ${name} of ${owner}`);
  for (const { name } of fields) claim(fieldName(name), `"${name}"`);
}

function checkNode(node: MethodNode, model: PythonModel): void {
  const operations = node.resource?.operations ?? [];
  checkMembers(`store.${node.path.join('.')}`, node.children, operations, resourceMembers);
  for (const operation of operations) checkArguments(operation, model);
  for (const child of node.children) checkNode(child, model);
}

/** What stands behind a dot: the resources, each a module too, and the methods. */
function checkMembers(
  owner: string,
  resources: readonly MethodNode[],
  operations: readonly SdkOperation[],
  own: readonly string[],
): void {
  const claim = claims((name) => `${owner}.${name}`, own);
  for (const { path } of resources) claim(pythonName(path.at(-1) ?? ''), `the resource ${path.join('.')}`);
  for (const { id, name } of operations) claim(pythonName(name), `the operation ${id}`);
}

function checkArguments(operation: SdkOperation, model: PythonModel): void {
  const taken = operation.upload ? { ...options, ...uploadOptions } : options;
  const claim = claims((name) => `the argument ${name} of ${operation.id}`);
  const refuse = (wire: string, name: string): void => {
    if (name in taken) {
      throw new GenerationError(
        `${operation.id}: its input "${wire}" has the name of the Python SDK's option ${name} (${taken[name]}). ` +
          'Rename the input in the contract.',
      );
    }
    claim(name, `"${wire}"`);
  };
  for (const { name } of operation.pathParameters) refuse(name, pythonName(name));
  for (const { name } of inputFields(operation, model)) refuse(name, fieldName(name));
}

/** Remembers who has a name, and refuses it to everybody else. */
function claims(
  place: (name: string) => string,
  own: readonly string[] = [],
): (name: string, owner: string) => void {
  const owners = new Map<string, string>();
  return (name, owner) => {
    if (own.includes(name)) {
      throw new GenerationError(
        `In Python, ${owner} would be ${place(name)}, which is a part of the SDK itself. Rename it in the contract.`,
      );
    }
    const other = owners.get(name);
    if (other !== undefined) {
      throw new GenerationError(
        `In Python, ${other} and ${owner} would both be ${place(name)}. Rename one of them in the contract.`,
      );
    }
    owners.set(name, owner);
  };
}
