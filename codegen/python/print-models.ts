import { type SdkField, type SdkShape, shapesIn } from '../model/index.ts';
import type { Imports } from './imports.ts';
import { docstring, quote } from './layout.ts';
import { printFieldType } from './print-type.ts';
import { inputTypeName, isModel, type PythonModel } from './python-model.ts';
import { fieldName, isCamelOf } from './python-names.ts';
import { annotatedField, unionOf } from './type-text.ts';

/** A model for what is answered, a dictionary for what is sent. */
export function printShape(shape: SdkShape, model: PythonModel, imports: Imports): string {
  const classes: string[] = [];
  if (isModel(shape)) classes.push(printModel(shape.name, shape.description, shape.fields, model, imports));
  if (shape.isSent) classes.push(printInput(shape, model, imports));
  return classes.join('\n\n');
}

export function printModel(
  name: string,
  description: string | undefined,
  fields: readonly SdkField[],
  model: PythonModel,
  imports: Imports,
): string {
  imports.value('._core.model', 'ApiModel');
  for (const type of fields.flatMap((field) => shapesIn(field.type))) importType(type, model, imports);
  return printClass(
    `class ${name}(ApiModel):`,
    description,
    fields.map((field) => printModelField(field, model)),
  );
}

function printModelField(field: SdkField, model: PythonModel): string {
  const name = fieldName(field.name);
  const answered = printFieldType(field, 'answered', model);
  const type = field.isRequired || answered === 'Any' ? answered : unionOf([answered, 'None']);
  const alias = isCamelOf(field.name, name) ? undefined : `alias=${quote(field.name)}`;
  const tail = alias
    ? ` = Field(${field.isRequired ? '' : 'default=None, '}${alias})`
    : field.isRequired
      ? ''
      : ' = None';
  return annotatedField('    ', name, type, tail) + fieldDocs(field);
}

function printInput(shape: SdkShape, model: PythonModel, imports: Imports): string {
  for (const type of shape.fields.flatMap((field) => shapesIn(field.type))) {
    for (const name of model.sentTypes(type)) importType(name, model, imports);
  }
  const fields = shape.fields.map((field) => {
    const name = fieldName(field.name);
    const sent = printFieldType(field, 'sent', model);
    const isPlain = isCamelOf(field.name, name);
    if (!isPlain) imports.value('._core.wire_names', 'WireName');
    const type = isPlain ? sent : { head: 'Annotated', of: [sent, `WireName(${quote(field.name)})`] };
    const whole = field.isRequired ? type : { head: 'NotRequired', of: [type] };
    return annotatedField('    ', name, whole, '') + fieldDocs(field);
  });
  return printClass(`class ${inputTypeName(shape)}(TypedDict):`, shape.description, fields);
}

function printClass(head: string, description: string | undefined, fields: readonly string[]): string {
  const docs = docstring([description], '    ');
  if (fields.length === 0) return `${head}\n${docs || '    pass\n'}`;
  return `${head}\n${docs}${docs ? '\n' : ''}${fields.join('')}`;
}

export function fieldDocs(field: SdkField): string {
  const standard = field.default === undefined ? undefined : `Default: ${JSON.stringify(field.default)}.`;
  const deprecated = field.isDeprecated ? 'Deprecated.' : undefined;
  return docstring([[field.description, standard, deprecated].filter(Boolean).join(' ')], '    ');
}

export function importType(name: string, model: PythonModel, imports: Imports): void {
  const module = model.moduleOf(name);
  if (module) imports.type(`.${module}`, name);
}
