import type { SdkField, SdkType } from '../model/index.ts';
import type { PythonModel } from './python-model.ts';
import { literalOf, type TypeText, unionOf } from './type-text.ts';

/** Arguments take more (any sequence, a model for its dictionary); answers promise more. */
export type Direction = 'sent' | 'answered';

export function printType(type: SdkType, direction: Direction, model: PythonModel): TypeText {
  const isSent = direction === 'sent';
  switch (type.kind) {
    case 'string':
      if (type.format === undefined) return 'str';
      if (!isSent) return type.format === 'date' ? 'dt.date' : 'dt.datetime';
      return unionOf([type.format === 'date' ? 'dt.date' : 'dt.datetime', 'str']);
    case 'integer':
    case 'amount':
      return 'int';
    case 'number':
      return 'float';
    case 'boolean':
      return 'bool';
    case 'unknown':
      return isSent ? 'object' : 'Any';
    case 'null':
      return 'None';
    case 'shape':
      return isSent ? unionOf(model.sentTypes(type.name)) : type.name;
    case 'enum': {
      const known = literalOf(type.values);
      const any = type.values.some((value) => typeof value === 'string') ? 'str' : 'int';
      return type.isOpen && !isSent ? unionOf([known, any]) : known;
    }
    case 'list':
      return { head: isSent ? 'Sequence' : 'list', of: [printType(type.of, direction, model)] };
    case 'map':
      return { head: isSent ? 'Mapping' : 'dict', of: ['str', printType(type.of, direction, model)] };
    case 'union':
      return unionOf(type.of.map((member) => printType(member, direction, model)));
  }
}

/** The type of a field, with None where the contract has null. */
export function printFieldType(field: SdkField, direction: Direction, model: PythonModel): TypeText {
  const type = printType(field.type, direction, model);
  return field.isNullable && type !== 'Any' && type !== 'object' ? unionOf([type, 'None']) : type;
}
