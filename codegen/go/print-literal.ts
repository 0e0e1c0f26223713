import type { SdkField, SdkShape, SdkType } from '../model/index.ts';
import type { GoModel } from './go-model.ts';
import { exportedName } from './go-names.ts';
import { Imports } from './imports.ts';
import { alignRows, quote } from './layout.ts';
import { hasNil, printFieldType, printType } from './print-type.ts';

/** Columns of a line before its literals are broken into lines. */
const literalWidth = 54;

/** Names as a program outside of the SDK's packages says them. */
function outside(model: GoModel): Imports {
  return new Imports('headlesspro', model.module);
}

/** A value of a shape as Go writes it; `depth` is how far its lines are indented. */
export function printStruct(shape: SdkShape, value: object, model: GoModel, depth: number): string {
  const name = printType({ kind: 'shape', name: shape.name }, { model, imports: outside(model) });
  return name + printMembers(shape, value, model, depth);
}

function printMembers(shape: SdkShape, value: object, model: GoModel, depth: number): string {
  return braces(depth, (inner) =>
    Object.entries(value).flatMap(([key, item]) => {
      const field = shape.fields.find((candidate) => candidate.name === key);
      return field ? [[`${exportedName(key)}:`, printField(field, item, shape, model, inner)]] : [];
    }),
  );
}

/** What stands in braces, each with its key if it has one: on one line where there is room. */
function braces(depth: number, print: (depth: number) => readonly (readonly string[])[]): string {
  const parts = print(depth + 1);
  const flat = `{${parts.map((cells) => cells.join(' ')).join(', ')}}`;
  if (!flat.includes('\n') && flat.length + depth * 4 < literalWidth) return flat;
  const rows = parts.map((cells) => ({ cells: [...cells.slice(0, -1), `${cells.at(-1)},`] }));
  return `{\n${alignRows(rows, '\t'.repeat(depth + 1))}${'\t'.repeat(depth)}}`;
}

function printField(field: SdkField, value: unknown, shape: SdkShape, model: GoModel, depth: number): string {
  const type = printFieldType(field, shape, { model, imports: outside(model) });
  const optional = /^core\.Optional\[(.*)\]$/.exec(type)?.[1];
  if (value === null) return optional === undefined ? 'nil' : `headlesspro.Null[${optional}]()`;
  const enumType = model.enumOf(shape, field);
  const text = printValue(field.type, value, { model, depth, enumType });
  if (optional !== undefined) {
    // A number that is written down is an int, unless it is said otherwise.
    const said = optional === 'int64' || optional === 'any' ? `[${optional}]` : '';
    return `headlesspro.Some${said}(${text})`;
  }
  return type.startsWith('*') && !hasNil(field.type) ? `headlesspro.Pointer(${text})` : text;
}

interface ValuePlace {
  readonly model: GoModel;
  readonly depth: number;
  readonly enumType: ReturnType<GoModel['enumOf']>;
}

function printValue(type: SdkType, value: unknown, place: ValuePlace): string {
  const { model, depth, enumType } = place;
  const name = (each: SdkType) => printType(each, { model, imports: outside(model), enumType });
  if (type.kind === 'list' && Array.isArray(value)) {
    return (
      name(type) +
      braces(depth, (inner) => value.map((item) => [printItem(type.of, item, { ...place, depth: inner })]))
    );
  }
  if (type.kind === 'map' && isObject(value)) {
    const print = (inner: number) =>
      Object.entries(value).map(([key, item]) => [
        `${quote(key)}:`,
        printItem(type.of, item, { ...place, depth: inner }),
      ]);
    return name(type) + braces(depth, print);
  }
  if (type.kind === 'shape' && isObject(value)) {
    const shape = model.shapeNamed(type.name);
    return shape ? printStruct(shape, value, model, depth) : '';
  }
  if (type.kind === 'enum' && enumType) {
    const constant = enumType.constants.find((each) => each.value === value);
    if (constant) return outside(model).own(model.homeOf(enumType), constant.name);
  }
  if (type.kind === 'string' && type.format === 'date-time') {
    const [year, month, day, hour, minute, second] = String(value).split(/\D+/).map(Number);
    return `time.Date(${[year, month, day, hour, minute, second].join(', ')}, 0, time.UTC)`;
  }
  return type.kind === 'number' && Number.isInteger(value) ? `${value}.0` : printAny(value);
}

/** The type of an item is known from its list. */
function printItem(type: SdkType, value: unknown, place: ValuePlace): string {
  const shape = type.kind === 'shape' ? place.model.shapeNamed(type.name) : undefined;
  return shape && isObject(value)
    ? printMembers(shape, value, place.model, place.depth)
    : printValue(type, value, place);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function printAny(value: unknown): string {
  if (Array.isArray(value)) return `[]any{${value.map(printAny).join(', ')}}`;
  if (typeof value !== 'object' || value === null) return value === null ? 'nil' : JSON.stringify(value);
  const parts = Object.entries(value).map(([key, item]) => `${quote(key)}: ${printAny(item)}`);
  return `map[string]any{${parts.join(', ')}}`;
}
