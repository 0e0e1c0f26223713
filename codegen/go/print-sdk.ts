import { type MethodNode, methodTree, type SdkModel } from '../model/index.ts';
import { checkNames } from './check-names.ts';
import { readCoreFiles } from './core-files.ts';
import { type GoModel, goModel, sharedPackage } from './go-model.ts';
import { packageName } from './go-names.ts';
import { Imports } from './imports.ts';
import { printErrors } from './print-errors.ts';
import { printNode } from './print-resource.ts';
import { printEnum, printEnumAlias, printShape, printShapeAlias } from './print-shape.ts';
import { printStore } from './print-store.ts';
import { printSurface } from './print-surface.ts';
import { printWebhooks } from './print-webhooks.ts';

/** The Go SDK, a module: path → text. */
export function printGo(
  sdk: SdkModel,
  options: { readonly goModule?: string | undefined } = {},
): Map<string, string> {
  const module = options.goModule ?? 'store.local/headlesspro';
  const model = goModel(sdk, module);
  const tree = methodTree(sdk);
  checkNames(model, tree);
  const hasEvents = sdk.events.length > 0;
  const files = readCoreFiles(module, ['core', 'entry', ...(hasEvents ? (['webhooks'] as const) : [])]);
  files.set('go.mod', `module ${module}\n\ngo 1.22\n`);
  files.set('api.md', printSurface(model));
  const rootImports = new Imports('headlesspro', module);
  files.set('store.go', printStore(tree, model, rootImports));
  files.set(
    'problems.go',
    printFile(model, 'headlesspro', undefined, (imports) => [printErrors(model, imports)]),
  );
  if (hasEvents) {
    const docs = 'Package webhooks has the events of the store, and what verifies them.';
    files.set(
      'webhooks/events.go',
      printFile(model, 'webhooks', docs, (imports) => [printWebhooks(model, imports)]),
    );
  }
  printServices(tree, model, files);
  printShared(model, files);
  return files;
}

/** A package a service, a file a resource with the types that stand beside it. */
function printServices(tree: readonly MethodNode[], model: GoModel, files: Map<string, string>): void {
  const visit = (node: MethodNode): void => {
    const [service = '', ...below] = node.path.map(packageName);
    const isTop = below.length === 0 && !files.has(`${service}/events.go`);
    const docs = isTop
      ? `Package ${service} has the methods and types of one service of the store.`
      : undefined;
    const text = printFile(model, service, docs, (imports) => [
      printNode(node, model, imports),
      ...printTypes(node.path, service, model, imports),
    ]);
    files.set(`${service}/${below.join('') || 'service'}.go`, text);
    for (const child of node.children) visit(child);
  };
  for (const node of tree) visit(node);
}

/** The types of a resource; those that are shared by their second names. */
function printTypes(path: readonly string[], service: string, model: GoModel, imports: Imports): string[] {
  const place = path.join('.');
  const isHere = ({ home }: { readonly home: readonly string[] | undefined }) => home?.join('.') === place;
  return [
    ...model.sdk.shapes
      .filter(isHere)
      .map((shape) =>
        model.packageOf(shape) === service
          ? printShape(shape, model, imports)
          : printShapeAlias(shape, model, imports),
      ),
    ...model.enums
      .filter(isHere)
      .map((each) =>
        model.packageOf(each) === service ? printEnum(each) : printEnumAlias(each, model, imports),
      ),
  ];
}

/** `shared`: a file for each service that its types come from. */
function printShared(model: GoModel, files: Map<string, string>): void {
  const shapes = model.sdk.shapes.filter((shape) => model.packageOf(shape) === sharedPackage);
  const enums = model.enums.filter((each) => model.packageOf(each) === sharedPackage);
  const homes = new Set([...shapes, ...enums].map((type) => model.homeOf(type)));
  for (const [index, home] of [...homes].entries()) {
    const docs = index === 0 ? 'Package shared has the types that several services mention.' : undefined;
    const isFrom = (type: Parameters<GoModel['homeOf']>[0]) => model.homeOf(type) === home;
    const text = printFile(model, sharedPackage, docs, (imports) => [
      ...shapes.filter(isFrom).map((shape) => printShape(shape, model, imports)),
      ...enums.filter(isFrom).map(printEnum),
    ]);
    files.set(`${sharedPackage}/${home}.go`, text);
  }
}

/** What a file imports is known when the rest of it is printed. */
function printFile(
  { module }: GoModel,
  name: string,
  docs: string | undefined,
  print: (imports: Imports) => readonly string[],
): string {
  const imports = new Imports(name, module);
  const body = print(imports).join('\n');
  return `${docs === undefined ? '' : `// ${docs}\n`}package ${name}\n\n${imports.print()}${body}`;
}
