import type { SdkField, SdkShape } from '../model/index.ts';
import type { Edition } from './edition.ts';
import { docComment, fitLine, propertyName } from './layout.ts';
import { type Direction, typeMembers } from './print-type.ts';

/** An interface for each shape: editors show interfaces by name, and check them faster than mapped types. */
export function printShape(shape: SdkShape, edition: Edition): string {
  const direction: Direction = shape.isAnswered ? 'answered' : 'sent';
  const fields = edition.fieldsOf(shape);
  const head = `${docComment([shape.description])}export interface ${shape.name} {`;
  if (fields.length === 0) return `${head}}\n`;
  return `${head}\n${fields.map((field) => printField(field, direction)).join('')}}\n`;
}

export function printField(field: SdkField, direction: Direction, indent = '  '): string {
  const name = `${indent}${propertyName(field.name)}${field.isRequired ? '' : '?'}:`;
  const members = typeMembers(field, direction);
  const type = fitLine(name.length + 1, ` ${members.join(' | ')}`, () =>
    members.map((member) => `\n${indent}  | ${member}`).join(''),
  );
  const standard = field.default === undefined ? undefined : `Default: ${JSON.stringify(field.default)}.`;
  const description = [field.description, standard].filter(Boolean).join(' ');
  return `${docComment([description, field.isDeprecated ? '@deprecated' : undefined], indent)}${name}${type};\n`;
}
