import { byName, type SdkShape, type SdkType } from '../model/index.ts';
import { exportedName } from './go-names.ts';

type Values = readonly (string | number)[];

/** A set of values that has a type of its own in Go. */
export interface GoEnum {
  /** `ProductStatus`. */
  readonly name: string;
  /** The name that the field has in the contract. */
  readonly field: string;
  readonly kind: 'string' | 'int';
  readonly constants: readonly { readonly name: string; readonly value: string | number }[];
  /** Names of the shapes whose field it is, first the one that it is named after. */
  readonly shapes: readonly string[];
  /** Path of the resource that they stand beside. */
  readonly home: readonly string[] | undefined;
}

interface Group {
  readonly field: string;
  readonly values: Values;
  readonly shapes: SdkShape[];
}

/** The enum that a field's type is, or is a list of; strings and numbers mixed have no type in Go. */
export function enumIn(type: SdkType): Values | undefined {
  if (type.kind === 'list' || type.kind === 'map') return enumIn(type.of);
  if (type.kind !== 'enum') return undefined;
  const kinds = new Set(type.values.map((value) => (Number.isInteger(value) ? 'int' : typeof value)));
  return kinds.size === 1 && !kinds.has('number') ? type.values : undefined;
}

/**
 * The contract's enums have no names. One is named after the shape that the platform answers with and its field:
 * `Product.status` is a `ProductStatus`. What is sent to the same resource with the same values under the same name
 * (`CreateProduct.status`, `ListProducts.status`) is the same type, so that what was read can be sent.
 */
export function nameEnums(shapes: readonly SdkShape[]): GoEnum[] {
  const groups = joinLonely(groupByPlace(shapes));
  return groups.map((group) => {
    const owned = byOwnership(group.shapes);
    const [owner] = owned;
    const name = `${owner?.name ?? ''}${exportedName(group.field)}`;
    return {
      name,
      field: group.field,
      kind: typeof group.values[0] === 'string' ? 'string' : 'int',
      constants: group.values.map((value) => ({ name: name + constantSuffix(value), value })),
      shapes: owned.map((shape) => shape.name),
      home: owner?.home,
    };
  });
}

function groupByPlace(shapes: readonly SdkShape[]): Group[] {
  const groups = new Map<string, Group>();
  for (const shape of shapes) {
    for (const field of shape.fields) {
      const values = enumIn(field.type);
      if (!values) continue;
      const key = JSON.stringify([shape.home, field.name, values]);
      const group = groups.get(key) ?? { field: field.name, values, shapes: [] };
      group.shapes.push(shape);
      groups.set(key, group);
    }
  }
  return [...groups.values()];
}

/** Values that are only sent are those of the one thing in the service that is answered with them. */
function joinLonely(groups: readonly Group[]): readonly Group[] {
  const isAnswered = ({ shapes }: Group) => shapes.some((shape) => shape.isAnswered);
  const service = ({ shapes, field, values }: Group) =>
    JSON.stringify([shapes[0]?.home?.[0] ?? '', field, values]);
  const answered = new Map<string, Group[]>();
  for (const group of groups.filter(isAnswered)) {
    answered.set(service(group), [...(answered.get(service(group)) ?? []), group]);
  }
  return groups.filter((group) => {
    const [match, ...others] = answered.get(service(group)) ?? [];
    if (isAnswered(group) || !match || others.length > 0) return true;
    match.shapes.push(...group.shapes);
    return false;
  });
}

/** What is answered goes ahead, then what is short: `Product` before `CreateProduct`, `Payment` before `PaymentSummary`. */
function byOwnership(shapes: readonly SdkShape[]): SdkShape[] {
  return [...shapes].sort(
    (left, right) =>
      Number(right.isAnswered) - Number(left.isAnswered) ||
      left.name.length - right.name.length ||
      byName(left.name, right.name),
  );
}

/** `-price` sorts the other way round. */
function constantSuffix(value: string | number): string {
  if (value === '') return 'Empty';
  const text = String(value);
  if (typeof value === 'number') return text.replace('-', 'Minus');
  const name = exportedName(text).replace(/^N(?=[0-9])/, '');
  return text.startsWith('-') ? `${name}Descending` : name;
}
