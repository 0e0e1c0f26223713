import { type SdkField, type SdkType, timesIn } from '../model/index.ts';
import type { Imports } from './imports.ts';
import { quote } from './layout.ts';

/** Texts on the wire, whose names say how to read them. */
const timeTypes = { 'date-time': 'Timestamp', date: 'CalendarDate' } as const;

/** Imports of what `printType` writes for times. */
export function importTimes(type: SdkType, imports: Imports): void {
  for (const format of timesIn(type)) imports.type(timeTypes[format], 'core/times');
}

/** `sent` types take more (readonly lists), `answered` ones promise more. */
export type Direction = 'sent' | 'answered';

export function printType(type: SdkType, direction: Direction): string {
  switch (type.kind) {
    case 'string':
      return type.format ? timeTypes[type.format] : type.kind;
    case 'number':
    case 'boolean':
    case 'unknown':
    case 'null':
      return type.kind;
    case 'integer':
    case 'amount':
      return 'number';
    case 'shape':
      return type.name;
    case 'enum':
      return enumMembers(type).join(' | ');
    case 'list': {
      const item = printType(type.of, direction);
      const isWord = type.of.kind !== 'union' && type.of.kind !== 'enum' && !item.startsWith('readonly ');
      const list = isWord ? `${item}[]` : `(${item})[]`;
      return direction === 'sent' ? `readonly ${list}` : list;
    }
    case 'map':
      return `Record<string, ${printType(type.of, direction)}>`;
    case 'union':
      return [...new Set(type.of.map((member) => printType(member, direction)))].join(' | ');
  }
}

/** Members of the union that a field's type is. */
export function typeMembers(field: SdkField, direction: Direction): string[] {
  const members = field.type.kind === 'enum' ? enumMembers(field.type) : [printType(field.type, direction)];
  if (field.isNullable && field.type.kind !== 'unknown') members.push('null');
  // With exactOptionalPropertyTypes, a caller could not pass `undefined` on otherwise.
  if (direction === 'sent' && !field.isRequired) members.push('undefined');
  return members;
}

function enumMembers(type: SdkType & { kind: 'enum' }): string[] {
  const values = type.values.map((value) => (typeof value === 'string' ? quote(value) : String(value)));
  if (!type.isOpen) return values;
  // An open union of strings: known values are still suggested by editors.
  return [
    ...values,
    type.values.some((value) => typeof value === 'string') ? '(string & {})' : '(number & {})',
  ];
}
