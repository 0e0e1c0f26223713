import { type MethodNode, methodTree, type SdkModel, shapesIn } from '../model/index.ts';
import { checkNames } from './check-names.ts';
import { coreExports } from './core-exports.ts';
import { readCoreFiles } from './core-files.ts';
import { Imports } from './imports.ts';
import { detailsClass, errorClass, familyOf, ownErrors, printErrors } from './print-errors.ts';
import { printShape } from './print-models.ts';
import { printProject } from './print-project.ts';
import { printNode } from './print-resource.ts';
import { printEntry, printModules, printStore } from './print-store.ts';
import { printSurface } from './print-surface.ts';
import { dataAlias, printWebhooks } from './print-webhooks.ts';
import { inputTypeName, isModel, type PythonModel, pythonModel, resourceModule } from './python-model.ts';

/** The Python SDK, a package that can be installed: path → text. */
export function printPython(
  sdk: SdkModel,
  options: { readonly pythonPackage?: string | undefined } = {},
): Map<string, string> {
  const name = options.pythonPackage ?? 'headlesspro_store';
  const model = pythonModel(sdk, name);
  const tree = methodTree(sdk);
  checkNames(model, tree);
  const modules = printResources(model, tree);
  modules.set(
    'store.py',
    withImports('store', 1, (imports) => printStore(tree, imports)),
  );
  modules.set(
    'errors.py',
    withImports('errors', 1, (imports) => printErrors(model, imports)),
  );
  if (sdk.events.length > 0) {
    modules.set(
      'webhooks.py',
      withImports('webhooks', 1, (imports) => printWebhooks(model, imports)),
    );
  }
  const places = typePlaces(model);
  modules.set('_modules.py', printModules(new Map([...places, ...eventAliases(model)])));
  modules.set('__init__.py', printEntry(exportsOf(model, places)));
  modules.set('py.typed', '');
  for (const [file, text] of readCoreFiles()) modules.set(`_core/${file}`, text);
  const files = new Map([...modules].map(([path, text]) => [`${name}/${path}`, text]));
  files.set('pyproject.toml', printProject(name));
  files.set('api.md', printSurface(model));
  return files;
}

/** A module a resource, with the types that stand beside it; a package where more resources are below. */
function printResources(model: PythonModel, tree: readonly MethodNode[]): Map<string, string> {
  const files = new Map<string, string>([['resources/__init__.py', '"""The services of this store."""\n']]);
  const visit = (node: MethodNode): void => {
    const module = resourceModule(node.path);
    const isPackage = node.children.length > 0;
    const place = module.replaceAll('.', '/');
    const depth = node.path.length + (isPackage ? 2 : 1);
    files.set(isPackage ? `${place}/__init__.py` : `${place}.py`, printModule(module, depth, model, node));
    for (const child of node.children) visit(child);
  };
  for (const node of tree) visit(node);
  const eventModels = model.shapesByModule.get('event_models');
  if (eventModels) files.set('event_models.py', printModule('event_models', 1, model, undefined));
  return files;
}

function printModule(
  module: string,
  depth: number,
  model: PythonModel,
  node: MethodNode | undefined,
): string {
  return withImports(module, depth, (imports) => {
    const shapes = model.shapesByModule.get(module) ?? [];
    const title = node ? `\`store.${node.path.join('.')}\`` : 'Types that events and errors carry.';
    const classes = [
      ...shapes.map((shape) => printShape(shape, model, imports)),
      ...(node ? [printNode(node, model, imports)] : []),
    ];
    return `"""${title}"""\n\n@imports@\n\n\n${classes.join('\n\n')}`;
  });
}

/** Which names a module imports is known when it is printed. */
function withImports(module: string, depth: number, print: (imports: Imports) => string): string {
  const imports = new Imports(module, depth);
  const text = print(imports);
  return text.replace('@imports@\n', () => imports.print(text));
}

function typePlaces(model: PythonModel): Map<string, string> {
  const places = new Map<string, string>();
  for (const shape of model.sdk.shapes) {
    for (const name of [
      ...(isModel(shape) ? [shape.name] : []),
      ...(shape.isSent ? [inputTypeName(shape)] : []),
    ]) {
      places.set(name, model.moduleOf(name) ?? 'event_models');
    }
  }
  for (const error of ownErrors(model.sdk)) {
    if (error.details && errorClass(error) !== familyOf(error.status))
      places.set(detailsClass(error), 'errors');
  }
  return places;
}

/** `ProductDeletedData` is the `ProductDeleted` that an event of this name carries. */
function eventAliases(model: PythonModel): Map<string, string> {
  const names = model.sdk.events.flatMap((event) => shapesIn(event.data));
  return new Map(
    names
      .filter((name) => dataAlias(name, model) !== name)
      .map((name) => [dataAlias(name, model), `${model.moduleOf(name) ?? 'event_models'}:${name}`]),
  );
}

function exportsOf(model: PythonModel, places: ReadonlyMap<string, string>): Map<string, string[]> {
  const names = new Map<string, string[]>(
    Object.entries(coreExports).map(([module, list]) => [module, [...list]]),
  );
  const add = (module: string, name: string) => names.set(module, [...(names.get(module) ?? []), name]);
  for (const [name, module] of places) add(module, name);
  for (const error of ownErrors(model.sdk)) {
    if (errorClass(error) !== familyOf(error.status)) add('errors', errorClass(error));
  }
  for (const name of ['AsyncStore', 'Store']) add('store', name);
  return names;
}
