import { emptyNodes, methodTree, type SdkField, type SdkOperation } from '../model/index.ts';
import { errorClass, ownErrors } from './print-errors.ts';
import { optionsType, returnType } from './print-method.ts';
import { type Direction, printFieldType, printType } from './print-type.ts';
import { type Flavour, inputFields, inputTypeName, isModel, type PythonModel } from './python-model.ts';
import { fieldName, pythonName } from './python-names.ts';
import { flatText, unionOf } from './type-text.ts';

/**
 * `api.md`: the whole public surface on one page, a line for each thing one can write, so that a change of it is
 * seen in review. `AsyncStore` has the same, to be awaited.
 */
export function printSurface(model: PythonModel): string {
  const sections = ['# Everything this SDK offers\n'];
  for (const resource of model.sdk.resources) {
    const path = ['store', ...resource.path.map(pythonName)].join('.');
    sections.push(
      section(
        path,
        resource.operations.map((operation) => signature(operation, model)),
      ),
    );
  }
  for (const { path } of emptyNodes(methodTree(model.sdk))) {
    sections.push(`## ${['store', ...path.map(pythonName)].join('.')}\n\nNothing yet.\n`);
  }
  for (const shape of model.sdk.shapes) {
    if (isModel(shape)) {
      sections.push(
        section(
          `${shape.name}, answered`,
          shape.fields.map((field) => entry(field, 'answered', model)),
        ),
      );
    }
    if (shape.isSent) {
      const fields = shape.fields.map((field) => entry(field, 'sent', model));
      sections.push(section(`${inputTypeName(shape)}, sent`, fields));
    }
  }
  const own = ownErrors(model.sdk);
  const errors = own.map((error) => {
    const details = error.details?.map((field) => entry(field, 'answered', model)).join('; ');
    return `${errorClass(error)}: ${error.status} ${error.code}${details === undefined ? '' : ` { ${details} }`}`;
  });
  sections.push(section('Errors', errors));
  sections.push(
    section(
      'Events',
      model.sdk.events.map((event) => `webhooks.${event.name}: ${event.type}`),
    ),
  );
  return sections.filter((text) => text !== '').join('\n');
}

function signature(operation: SdkOperation, model: PythonModel): string {
  const flavour: Flavour = 'sync';
  const fields = inputFields(operation, model);
  const parameters = [
    ...operation.pathParameters.map(
      (field) => `${pythonName(field.name)}: ${flatText(printType(field.type, 'sent', model))}`,
    ),
    ...(operation.upload ? ['file: Upload'] : []),
    ...(fields.length > 0 || operation.upload ? ['*'] : []),
    ...(operation.upload ? ['content_type: str | None = None'] : []),
    ...fields.map((field) => {
      const type = flatText(printFieldType(field, 'sent', model));
      return `${fieldName(field.name)}: ${type}${field.isRequired ? '' : ' = NOT_GIVEN'}`;
    }),
    `**call_options: ${optionsType(operation)}`,
  ];
  return `${pythonName(operation.name)}(${parameters.join(', ')}) -> ${flatText(returnType(operation, model, flavour))}`;
}

function entry(field: SdkField, direction: Direction, model: PythonModel): string {
  const type = printFieldType(field, direction, model);
  const name = fieldName(field.name);
  if (direction === 'sent') return `${name}${field.isRequired ? '' : '?'}: ${flatText(type)}`;
  return `${name}: ${flatText(field.isRequired ? type : unionOf([type, 'None']))}`;
}

function section(title: string, entries: readonly string[]): string {
  return entries.length === 0 ? '' : `## ${title}\n\n${entries.map((text) => `- \`${text}\`\n`).join('')}`;
}
