import { type ApiDocument, resolve, type Schema } from './open-api.ts';
import { shapeOf, type ValueShape } from './value-kind.ts';

export interface Column {
  /** Where its value stands in a row: `['totals', 'total', 'amount']`. */
  readonly path: readonly string[];
  readonly shape: ValueShape;
}

const mostColumns = 7;
/** What people call a thing by, the best first. */
const names = [
  'number',
  'title',
  'name',
  'filename',
  'email',
  'subject',
  'url',
  'type',
  'key',
  'code',
  'sku',
];
/** Said of every record, or of no use in a table. */
const leftOut = new Set(['id', 'version', 'updatedAt', 'slug', 'locale']);

function rank(name: string, { value: { kind }, isNullable }: ValueShape): number | undefined {
  if (leftOut.has(name)) return undefined;
  const ofName = names.indexOf(name);
  if (ofName >= 0 && kind !== 'json') return ofName;
  const byKind = {
    ...{ choice: 20, money: 30, id: 42, number: 45, text: 50, moment: 70, boolean: 80 },
    ...{ longText: undefined, json: undefined },
  }[kind];
  // What is always there tells more than what may be missing.
  return byKind === undefined ? undefined : byKind + (isNullable ? 40 : 0);
}

/** The money that an object comes to: `totals.total`, whether or not its tax stands beside it. */
function totalOf(document: ApiDocument, name: string, schema: Schema): Column | undefined {
  const { total } = resolve(document, schema).properties ?? {};
  if (!total) return undefined;
  const shape = shapeOf(document, total);
  if (shape.value.kind === 'money') return { path: [name, 'total'], shape };
  const { gross } = resolve(document, total).properties ?? {};
  const ofGross = gross && shapeOf(document, gross);
  return ofGross?.value.kind === 'money' ? { path: [name, 'total', 'gross'], shape: ofGross } : undefined;
}

/** The columns of a table, chosen by what the fields are; the first leads to the record. */
export function columnsOf(document: ApiDocument, item: Schema): Column[] {
  const ranked = Object.entries(item.properties ?? {}).flatMap(([name, schema], place) => {
    const total = totalOf(document, name, schema);
    if (total) return [{ column: total, rank: 19, place }];
    const shape = shapeOf(document, schema);
    const rankOf = rank(name, shape);
    return rankOf === undefined ? [] : [{ column: { path: [name], shape }, rank: rankOf, place }];
  });
  const sorted = ranked.sort((one, other) => one.rank - other.rank || one.place - other.place);
  // When it was is told of everything, and last.
  const moment = sorted.find(({ column }) => column.shape.value.kind === 'moment')?.column;
  const others = sorted.map(({ column }) => column).filter((column) => column !== moment);
  const isNamed = (sorted[0]?.rank ?? names.length) < names.length;
  // A record without a name of its own is called by its id.
  const id = item.properties?.id;
  const first: Column[] = isNamed || !id ? [] : [{ path: ['id'], shape: shapeOf(document, id) }];
  return [...[...first, ...others].slice(0, mostColumns - 1), ...(moment ? [moment] : [])];
}

export function valueAt(row: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null
        ? (value as Readonly<Record<string, unknown>>)[name]
        : undefined,
    row,
  );
}
