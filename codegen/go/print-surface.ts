import { emptyNodes, methodTree, type SdkField, type SdkShape } from '../model/index.ts';
import type { GoModel } from './go-model.ts';
import { exportedName } from './go-names.ts';
import { Imports } from './imports.ts';
import { detailsShape, errorName } from './print-errors.ts';
import { printIteratorSignature, printSignature } from './print-method.ts';
import { isInput, printFieldType } from './print-type.ts';

/**
 * `api.md`: the whole public surface on one page, a line for each thing one can write, so that a change of it is
 * seen in review. Names are those of a program that imports the packages.
 */
export function printSurface(model: GoModel): string {
  const { sdk } = model;
  // A package that is on top of all others calls each by its name.
  const imports = new Imports('headlesspro', model.module);
  const sections = ['# Everything this SDK offers\n'];
  for (const resource of sdk.resources) {
    const lines = resource.operations.flatMap((operation) => [
      printSignature(operation, { model, imports }),
      ...(operation.isPaginated ? [printIteratorSignature(operation, { model, imports })] : []),
    ]);
    sections.push(section(['store', ...resource.path.map(exportedName)].join('.'), lines));
  }
  for (const { path } of emptyNodes(methodTree(sdk))) {
    sections.push(`## ${['store', ...path.map(exportedName)].join('.')}\n\nNothing yet.\n`);
  }
  for (const shape of sdk.shapes) {
    const use = [shape.isSent && 'sent', shape.isAnswered && 'answered'].filter(Boolean).join(' and ');
    const lines = shape.fields.map((field) => printEntry(field, shape, model, imports));
    sections.push(section(`${imports.own(model.homeOf(shape), shape.name)}, ${use}`, lines));
  }
  for (const each of model.enums) {
    const name = imports.own(model.homeOf(each), each.name);
    const lines = each.constants.map((constant) => `${constant.name}: ${JSON.stringify(constant.value)}`);
    sections.push(section(name, lines));
  }
  const errors = sdk.errors.map((error) => {
    const shape = detailsShape(error);
    const details = shape?.fields.map((field) => printEntry(field, shape, model, imports)).join('; ');
    return `${errorName(error)}: ${error.status} ${error.code}${details === undefined ? '' : ` { ${details} }`}`;
  });
  sections.push(section('Errors', errors));
  sections.push(
    section(
      'Events',
      sdk.events.map((event) => `webhooks.${event.name}: ${event.type}`),
    ),
  );
  return sections.filter((text) => text !== '').join('\n');
}

function printEntry(field: SdkField, shape: SdkShape, model: GoModel, imports: Imports): string {
  const type = printFieldType(field, shape, { model, imports });
  const isOptional = isInput(shape) && !field.isRequired;
  return `${exportedName(field.name)}${isOptional ? '?' : ''}: ${type}`;
}

function section(title: string, entries: readonly string[]): string {
  return entries.length === 0 ? '' : `## ${title}\n\n${entries.map((text) => `- \`${text}\`\n`).join('')}`;
}
