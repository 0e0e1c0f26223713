import type { MethodNode } from '../model/index.ts';
import type { GoModel } from './go-model.ts';
import { exportedName } from './go-names.ts';
import type { Imports } from './imports.ts';
import { alignRows, docComment } from './layout.ts';
import { nodeType } from './node-type.ts';
import { printMethod } from './print-method.ts';

/** The type of a resource: a method an operation, each one line of data handed to the client. */
export function printNode(node: MethodNode, model: GoModel, imports: Imports): string {
  const type = nodeType(node.path);
  const path = ['store', ...node.path.map(exportedName)].join('.');
  const { resource } = node;
  const rows = [
    ...(resource ? [{ cells: ['client', `*${imports.own('core', 'Client')}`] }] : []),
    ...node.children.map((child) => ({
      cells: [exportedName(child.path.at(-1) ?? ''), `*${nodeType(child.path)}`],
    })),
  ];
  const methods = resource
    ? resource.operations.map(
        (operation) => `\n${printMethod(operation, { resource, receiver: type, model, imports })}`,
      )
    : [];
  const make = node.path.length === 1 ? `\n${printConstructor(node, imports.own('core', 'Client'))}` : '';
  const docs = `${type} is ${path}.${node.summary === undefined ? '' : ` ${node.summary}.`}`;
  return `${docComment([docs])}type ${type} struct {
${alignRows(rows)}}
${make}${methods.join('')}`;
}

/** Makes a service with all that is below it. */
function printConstructor(node: MethodNode, client: string): string {
  const own = node.resource ? '{client: client}' : '{}';
  return `// NewService makes the service of a client, for programs that need no other one.
func NewService(client *${client}) *Service {
	service := &Service${own}
${node.children.map((child) => printAssignment(child, 'service')).join('')}	return service
}
`;
}

function printAssignment(node: MethodNode, parent: string): string {
  const name = `${parent}.${exportedName(node.path.at(-1) ?? '')}`;
  const own = node.resource ? '{client: client}' : '{}';
  const children = node.children.map((child) => printAssignment(child, name)).join('');
  return `\t${name} = &${nodeType(node.path)}${own}\n${children}`;
}
