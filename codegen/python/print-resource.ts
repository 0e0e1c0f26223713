import { type MethodNode, pascalCase, type SdkResource } from '../model/index.ts';
import { type Imports, importLine } from './imports.ts';
import { docstring, lineWidth } from './layout.ts';
import { methodPrinter } from './print-method.ts';
import { type Flavour, type PythonModel, resourceClass, resourceModule } from './python-model.ts';
import { pythonName } from './python-names.ts';

/** `CatalogNamespace`, or the class of the resource that has children itself. */
export function nodeClass(node: MethodNode, flavour: Flavour): string {
  const name = node.resource
    ? resourceClass(node.resource)
    : `${pascalCase(node.path.at(-1) ?? '')}Namespace`;
  return flavour === 'async' ? `Async${name}` : name;
}

/** The classes of one node, to be called and to be awaited, with those that give the HTTP response too. */
export function printNode(node: MethodNode, model: PythonModel, imports: Imports): string {
  const { resource } = node;
  const methods = resource
    ? resource.operations.map((operation) => methodPrinter(resource, operation, model, imports))
    : [];
  const flavours: readonly Flavour[] = ['sync', 'async'];
  return flavours.flatMap((flavour) => printFlavour(node, methods, flavour, imports)).join('\n\n');
}

function printFlavour(
  node: MethodNode,
  methods: readonly ((flavour: Flavour) => string)[],
  flavour: Flavour,
  imports: Imports,
): string[] {
  const { resource } = node;
  const client = flavour === 'async' ? 'AsyncApiClient' : 'ApiClient';
  imports.value(flavour === 'async' ? '._core.async_client' : '._core.client', client);
  const name = nodeClass(node, flavour);
  const isCallable = resource?.operations.some((operation) => !operation.isPaginated) ?? false;
  if (resource?.operations.some((operation) => operation.isPaginated)) {
    if (flavour === 'async') imports.value('._core.async_lists', 'AsyncApiList');
    else imports.value('._core.lists', 'ApiList');
  }
  if (isCallable || node.children.length > 0) imports.value('functools', 'cached_property');
  const members = [
    `    def __init__(self, client: ${client}) -> None:\n        self._client = client\n`,
    ...node.children.map((child) => printChild(child, flavour, imports)),
    ...(isCallable ? [printWithResponse(name)] : []),
    ...methods.map((print) => print(flavour)),
  ];
  const place = `\`${['store', ...node.path.map(pythonName)].join('.')}\``;
  const docs = docstring([node.summary === undefined ? place : `${place}: ${node.summary}.`], '    ');
  const classes = [`class ${name}:\n${docs}\n${members.join('\n')}`];
  if (resource && isCallable) classes.push(printAnswering(resource, name, flavour, imports));
  return classes;
}

/** A property that imports its class on first use: a program pays for the resources that it calls. */
export function printChild(child: MethodNode, flavour: Flavour, imports: Imports): string {
  const name = nodeClass(child, flavour);
  const module = resourceModule(child.path);
  imports.type(`.${module}`, name);
  const from = `${'.'.repeat(child.path.length === 1 ? 1 : child.path.length + 1)}${module}`;
  return `    @cached_property
    def ${pythonName(child.path.at(-1) ?? '')}(self) -> ${name}:
${importLine(from, [name], '        ').trimEnd()}

        return ${name}(self._client)
`;
}

function printWithResponse(name: string): string {
  return `    @cached_property
    def with_response(self) -> ${name}WithResponse:
        """The same methods, giving the HTTP response too."""
        return ${name}WithResponse(self)
`;
}

function printAnswering(resource: SdkResource, name: string, flavour: Flavour, imports: Imports): string {
  const wrap = flavour === 'async' ? 'async_with_response' : 'with_response';
  imports.value('._core.answer', wrap);
  const lines = resource.operations
    .filter((operation) => !operation.isPaginated)
    .map((operation) => printWrapped(pythonName(operation.name), wrap));
  return `class ${name}WithResponse:
    """\`data\` and \`http\` of each call. Pages of lists have their \`http\` themselves."""

    def __init__(self, resource: ${name}) -> None:
${lines.join('')}`;
}

function printWrapped(method: string, wrap: string): string {
  const line = `        self.${method} = ${wrap}(resource.${method})`;
  if (line.length <= lineWidth) return `${line}\n`;
  return `        self.${method} = ${wrap}(\n            resource.${method}\n        )\n`;
}
