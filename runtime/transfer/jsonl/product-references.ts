import type { StoreFacts } from '../store-facts.ts';
import type { RecordData } from './read-records.ts';

/** Names of attributes that refer to products, and may be left out at first. */
export function productAttributes({ productTypes }: StoreFacts): ReadonlySet<string> {
  return new Set(
    productTypes
      .flatMap(({ attributes }) => attributes)
      .filter(
        ({ type, to, required }) => type === 'reference' && (to ?? 'product') === 'product' && !required,
      )
      .map(({ name }) => name),
  );
}

function withoutReferences(values: unknown, names: ReadonlySet<string>): unknown {
  if (typeof values !== 'object' || values === null) return values;
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.has(name)));
}

function refers(values: unknown, names: ReadonlySet<string>): boolean {
  return typeof values === 'object' && values !== null && Object.keys(values).some((name) => names.has(name));
}

/**
 * A product without what it says of other products, which may come later in the file; undefined where it says
 * nothing of them. What is left out stays as the store has it.
 */
export function withoutProductReferences(
  data: RecordData,
  names: ReadonlySet<string>,
): RecordData | undefined {
  const { related, attributes, variants, ...rest } = data;
  const relates = Array.isArray(related) && related.length > 0;
  const list: readonly RecordData[] = Array.isArray(variants) ? variants : [];
  const inVariants = list.some((variant) => refers(variant?.attributes, names));
  if (!relates && !inVariants && !refers(attributes, names)) return undefined;
  return {
    ...rest,
    ...(attributes === undefined ? {} : { attributes: withoutReferences(attributes, names) }),
    ...(variants === undefined
      ? {}
      : {
          variants: list.map((variant) =>
            variant?.attributes === undefined
              ? variant
              : { ...variant, attributes: withoutReferences(variant.attributes, names) },
          ),
        }),
  };
}
