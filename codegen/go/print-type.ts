import type { SdkField, SdkShape, SdkType } from '../model/index.ts';
import type { GoModel } from './go-model.ts';
import type { Imports } from './imports.ts';
import type { GoEnum } from './name-enums.ts';

/** What a type is printed for: the file that says it, and the enum that its values belong to. */
export interface TypePlace {
  readonly model: GoModel;
  readonly imports: Imports;
  readonly enumType?: GoEnum | undefined;
}

/** Amounts of money have 64 bits on every machine; other integers are `int`, as `Some(20)` makes them. */
export function printType(type: SdkType, place: TypePlace): string {
  switch (type.kind) {
    case 'string':
      return type.format === 'date-time' ? place.imports.standard('time', 'Time') : 'string';
    case 'integer':
      return 'int';
    case 'amount':
      return 'int64';
    case 'number':
      return 'float64';
    case 'boolean':
      return 'bool';
    case 'list':
      return `[]${printType(type.of, place)}`;
    case 'map':
      return `map[string]${printType(type.of, place)}`;
    case 'shape':
      return printShapeName(type.name, place);
    case 'enum':
      return printEnum(type.values, place);
    case 'union':
    case 'unknown':
    case 'null':
      return 'any';
  }
}

/** Whether nothing can be said without a pointer. */
export function hasNil(type: SdkType): boolean {
  return ['list', 'map', 'union', 'unknown', 'null'].includes(type.kind) || isMixed(type);
}

function isMixed(type: SdkType): boolean {
  return type.kind === 'enum' && new Set(type.values.map((value) => typeof value)).size > 1;
}

function printEnum(values: readonly (string | number)[], { enumType, model, imports }: TypePlace): string {
  if (enumType) return imports.own(packageSeenFrom(enumType, model, imports), enumType.name);
  const kinds = new Set(values.map((value) => typeof value));
  if (kinds.size > 1) return 'any';
  return kinds.has('string') ? 'string' : values.every(Number.isInteger) ? 'int' : 'float64';
}

function printShapeName(name: string, { model, imports }: TypePlace): string {
  const shape = model.shapeNamed(name);
  return shape ? imports.own(packageSeenFrom(shape, model, imports), name) : name;
}

/** Packages that no service imports, and that may therefore import all of them. */
const onTop: ReadonlySet<string> = new Set(['headlesspro', 'webhooks']);

/** A service calls its own types by their plain names, and those of others by where they are shared. */
function packageSeenFrom(type: SdkShape | GoEnum, model: GoModel, imports: Imports): string {
  const home = model.homeOf(type);
  return home === imports.package || onTop.has(imports.package) ? home : model.packageOf(type);
}

/** The type of a field of a struct. Of what is answered, a pointer says that there may be nothing. */
export function printFieldType(field: SdkField, shape: SdkShape, place: TypePlace): string {
  const enumType = place.model.enumOf(shape, field);
  const text = printType(field.type, { ...place, enumType });
  if (isInput(shape) && !field.isRequired) return `${place.imports.own('core', 'Optional')}[${text}]`;
  return (field.isNullable || !field.isRequired) && !hasNil(field.type) ? `*${text}` : text;
}

/** Only sent: what need not be given is an Optional. What is answered too has pointers in both directions. */
export function isInput(shape: SdkShape): boolean {
  return shape.isSent && !shape.isAnswered;
}
