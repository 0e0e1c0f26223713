import Type, { type TObject, type TSchema } from 'typebox';

/** `null` where there is no value. Answers carry every field, so that clients need not tell absent from null. */
export function nullable<Schema extends TSchema>(schema: Schema) {
  return Type.Union([schema, Type.Null()]);
}

/** A ULID with the resource's prefix. A caller may choose one on creation, so that stores can share ids. */
export function identifier(prefix: string, resource: string) {
  return Type.String({
    pattern: `^${prefix}_[0-9A-HJKMNP-TV-Z]{26}$`,
    description: `Id of a ${resource}: \`${prefix}_\` and 26 characters.`,
  });
}

export const Timestamp = Type.String({ format: 'date-time', description: 'RFC 3339, UTC.' });
export const CalendarDate = Type.String({ format: 'date', description: 'RFC 3339 full-date: 2026-11-23.' });
export const Currency = Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217 code.' });
export const Country = Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2 code.' });
export const Slug = Type.String({
  pattern: '^[\\p{Ll}\\p{Lo}\\p{N}]+(?:-[\\p{Ll}\\p{Lo}\\p{N}]+)*$',
  maxLength: 255,
  description: 'Lower-case words joined by hyphens; unique per locale.',
});
/**
 * An integer that is money: `x-unit` says so to generators, whose languages may have integers too small for it.
 * Minor units of a currency that is said beside it.
 */
export function minorUnits(
  limits: { readonly minimum?: number; readonly maximum?: number; readonly description?: string } = {},
) {
  return Type.Integer({ description: 'Minor units.', ...limits, 'x-unit': 'minor' });
}

export const Amount = minorUnits({
  minimum: -9_007_199_254_740_991,
  maximum: 9_007_199_254_740_991,
  description: 'Minor units of the currency, by its own exponent: 1999 is EUR 19.99, and JPY 1999.',
});

export const Money = Type.Object(
  { amount: Amount, currency: Currency },
  { title: 'Money', description: 'An amount in minor units of a currency.', additionalProperties: false },
);

/** What every resource carries. */
export function resourceFields(prefix: string, name: string) {
  return {
    id: identifier(prefix, name),
    version: Type.Integer({ minimum: 1, description: 'Rises by one with each change; send it in If-Match.' }),
    createdAt: Timestamp,
    updatedAt: Timestamp,
  };
}

export const pageSize = Type.Optional(
  Type.Integer({ minimum: 1, maximum: 100, default: 20, description: 'Items a page, 1 to 100.' }),
);
export const after = Type.Optional(
  Type.String({ maxLength: 2048, description: 'Cursor: `page.next` of the page before.' }),
);

/** The answer of a list operation. */
export function pageOf<Item extends TObject>(item: Item & { title?: string }) {
  return Type.Object(
    {
      data: Type.Array(item),
      page: Type.Object(
        {
          next: nullable(
            Type.String({ description: 'Pass it as `after` for the next page; null on the last.' }),
          ),
        },
        { title: 'PageInfo', additionalProperties: false },
      ),
    },
    { title: `${item.title}Page`, additionalProperties: false },
  );
}

/** An object whose properties are all that it may have, under a name that becomes its type everywhere. */
export function object<const Properties extends Record<string, TSchema>>(
  title: string,
  properties: Properties,
  options: { description?: string } = {},
) {
  return Type.Object(properties, { title, additionalProperties: false, ...options });
}

/**
 * Marks a property that only secret keys see (purchase cost, say). The gateway strips it from answers to
 * publishable keys, and the storefront SDK has no such property.
 */
export function secretOnly<Schema extends TSchema>(schema: Schema): Schema {
  return { ...schema, 'x-access': 'secret' };
}
