import { GenerationError, type MethodNode, type SdkField, type SdkShape } from '../model/index.ts';
import { declaredNames } from './core-files.ts';
import type { GoModel } from './go-model.ts';
import { exportedName, isTakenPackage, iteratorName, packageName } from './go-names.ts';
import type { GoEnum } from './name-enums.ts';
import { nodeType } from './node-type.ts';
import { detailsShape, errorName, hasOwnType } from './print-errors.ts';

/** Names that every SDK has, by package: those that are printed, and those of the hand-written part. */
function ownNames(home: string): readonly string[] {
  if (home === 'webhooks') {
    return ['Event', 'EventFields', 'UnknownEvent', 'Unwrap', ...declaredNames('webhooks')];
  }
  return home === 'headlesspro' ? ['New', 'Store', ...declaredNames('entry')] : [];
}

const structNames = ['ExtraFields', 'MarshalJSON', 'UnmarshalJSON'];

/** Everything that Go sees under a name must have it alone. */
export function checkNames(model: GoModel, tree: readonly MethodNode[]): void {
  if (!/^[a-z0-9.-]+(\/[A-Za-z0-9._~-]+)*$/.test(model.module)) {
    throw new GenerationError(
      `"${model.module}" can not be the path of a Go module: write it like github.com/acme/store-sdk.`,
    );
  }
  checkPackages(tree);
  checkTypes(model, tree);
  for (const shape of model.sdk.shapes) checkFields(`the type ${shape.name}`, shape.fields);
  for (const error of model.sdk.errors) checkFields(`the details of ${error.code}`, error.details ?? []);
  for (const node of tree) checkMethods(node);
}

function checkPackages(tree: readonly MethodNode[]): void {
  const claim = claims('services', 'the Go package');
  for (const { path } of tree) {
    const name = packageName(path[0] ?? '');
    if (isTakenPackage(name)) {
      throw new GenerationError(
        `The service ${path[0]} can not be a package of Go: ${name} means something else there. Rename the service.`,
      );
    }
    claim(name, path[0] ?? '');
  }
  const store = claims('services', 'the field of Store', ['Request', 'GraphQL']);
  for (const { path } of tree) store(exportedName(path[0] ?? ''), path[0] ?? '');
}

function checkTypes(model: GoModel, tree: readonly MethodNode[]): void {
  const packages = new Map<string, (name: string, owner: string) => void>();
  const claim = (name: string, owner: string, home: string): void => {
    const own = packages.get(home) ?? claims(`the package ${home}`, 'the name', ownNames(home));
    packages.set(home, own);
    own(name, owner);
  };
  const visit = (node: MethodNode): void => {
    claim(nodeType(node.path), node.path.join('.'), packageName(node.path[0] ?? ''));
    if (node.path.length === 1) claim('NewService', node.path.join('.'), packageName(node.path[0] ?? ''));
    node.children.forEach(visit);
  };
  tree.forEach(visit);
  // What is shared has its name in two packages.
  const places = (type: SdkShape | GoEnum) => new Set([model.homeOf(type), model.packageOf(type)]);
  for (const shape of model.sdk.shapes) {
    for (const place of places(shape)) claim(shape.name, `the type ${shape.name}`, place);
  }
  for (const each of model.enums) {
    const owner = `the values of ${each.field} of ${each.shapes[0]}`;
    for (const place of places(each)) {
      claim(each.name, owner, place);
      for (const { name, value } of each.constants) claim(name, `"${value}" of ${owner}`, place);
    }
  }
  for (const event of model.sdk.events) claim(event.name, `the event ${event.type}`, 'webhooks');
  for (const error of model.sdk.errors) {
    if (hasOwnType(error)) claim(errorName(error), `the problem ${error.code}`, 'headlesspro');
    const details = detailsShape(error);
    if (details) claim(details.name, `the details of ${error.code}`, 'headlesspro');
  }
}

function checkFields(owner: string, fields: readonly SdkField[]): void {
  const claim = claims(owner, 'the field', structNames);
  for (const { name } of fields) claim(exportedName(name), `"${name}"`);
}

function checkMethods(node: MethodNode): void {
  const claim = claims(`store.${node.path.join('.')}`, 'the method');
  for (const child of node.children) claim(exportedName(child.path.at(-1) ?? ''), child.path.join('.'));
  for (const operation of node.resource?.operations ?? []) {
    claim(exportedName(operation.name), operation.id);
    if (operation.isPaginated) claim(iteratorName(operation.name), `the iterator of ${operation.id}`);
  }
  node.children.forEach(checkMethods);
}

/** Remembers who has a name, and refuses it to everybody else. */
function claims(
  place: string,
  what: string,
  own: readonly string[] = [],
): (name: string, owner: string) => void {
  const owners = new Map(own.map((name) => [name, 'a part of the SDK itself']));
  return (name, owner) => {
    if (!/^[A-Za-z][A-Za-z0-9]*$/.test(name)) {
      throw new GenerationError(`In Go, ${owner} of ${place} would have no name. Rename it in the contract.`);
    }
    const other = owners.get(name);
    if (other !== undefined) {
      throw new GenerationError(
        `In Go, ${other} and ${owner} would both be ${what} ${name} of ${place}. Rename one of them in the contract.`,
      );
    }
    owners.set(name, owner);
  };
}
