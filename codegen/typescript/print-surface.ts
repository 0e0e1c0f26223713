import { emptyNodes, methodTree, type SdkModel } from '../model/index.ts';
import { propertyName } from './layout.ts';
import { printParameters, printReturn } from './print-resource.ts';
import { type Direction, typeMembers } from './print-type.ts';

/**
 * `api.md`: the whole public surface on one page, a line for each thing one can write, so that a change of it is
 * seen in review. `compareSurfaces` reads it too.
 */
export function printSurface(model: SdkModel): string {
  const sections: string[] = ['# Everything this SDK offers\n'];
  for (const resource of model.resources) {
    const lines = resource.operations.map((operation) => {
      const signature = `${operation.name}(${printParameters(operation).join(', ')}): ${printReturn(operation)}`;
      return line(signature, operation.access === 'publishable' ? 'storefront too' : undefined);
    });
    sections.push(section(`store.${resource.path.join('.')}`, lines));
  }
  for (const { path } of emptyNodes(methodTree(model))) {
    sections.push(`## store.${path.join('.')}\n\nNothing yet.\n`);
  }
  for (const shape of model.shapes) {
    const direction: Direction = shape.isAnswered ? 'answered' : 'sent';
    const use = [shape.isSent && 'sent', shape.isAnswered && 'answered'].filter(Boolean).join(' and ');
    const lines = shape.fields.map((field) => {
      const members = typeMembers(field, direction).filter((member) => member !== 'undefined');
      const text = `${propertyName(field.name)}${field.isRequired ? '' : '?'}: ${members.join(' | ')}`;
      return line(text, field.access === 'secret' ? 'secret keys only' : undefined);
    });
    sections.push(section(`${shape.name}, ${use}`, lines));
  }
  sections.push(
    section(
      'Errors',
      model.errors.map((error) => {
        const details = error.details?.map(
          (field) =>
            `${field.name}${field.isRequired ? '' : '?'}: ${typeMembers(field, 'answered').join(' | ')}`,
        );
        return line(
          `${error.code}: ${error.status}${details ? ` { ${details.join('; ')} }` : ''}`,
          undefined,
        );
      }),
    ),
    section(
      'Events',
      model.events.map((event) => line(`${event.type}: ${event.name}Event`, undefined)),
    ),
  );
  return sections.filter((text) => text !== '').join('\n');
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `## ${title}\n\n${lines.join('')}`;
}

function line(text: string, note: string | undefined): string {
  return `- \`${text}\`${note === undefined ? '' : ` (${note})`}\n`;
}
