import type { Context } from '../../../context/context.ts';
import { InvalidRow } from '../../../context/service.ts';
import { Problem } from '../../../contract/problem.ts';
import { defaultLocaleKey, products } from './collections.ts';
import type { Product, ProductInput } from './product.ts';
import { type Written, writeProduct } from './write-product.ts';

export interface UpsertRow {
  readonly index: number;
  readonly outcome: Written['outcome'] | 'refused';
  readonly id: string | null;
  readonly variantIds: string[];
  readonly problem: {
    readonly code: string;
    readonly detail: string;
    readonly errors: { pointer: string; message: string }[];
  } | null;
}

/** By id, else by external id, else by slug. */
async function existing(context: Context, input: ProductInput): Promise<Product | undefined> {
  if (input.id) return context.store.get(products, input.id, { lock: true });
  if (input.externalId) {
    const found = await context.store.find(products, 'byExternalId', { externalId: input.externalId });
    if (found) return found;
  }
  return input.slug
    ? context.store.find(products, 'bySlug', { locale: defaultLocaleKey, slug: input.slug })
    : undefined;
}

async function upsertRow(context: Context, input: ProductInput): Promise<Written> {
  const current = await existing(context, input);
  return writeProduct(context, current?.id ?? input.id ?? context.ids.next('prod'), input, current);
}

/** Each row succeeds or is refused by itself: everything that can refuse a row is looked at before it writes. */
export async function upsertProducts(
  context: Context,
  inputs: readonly (ProductInput | InvalidRow)[],
): Promise<UpsertRow[]> {
  const rows: UpsertRow[] = [];
  for (const [index, input] of inputs.entries()) {
    try {
      if (input instanceof InvalidRow) throw input.problem;
      const { product, outcome } = await upsertRow({ ...context, expectedVersion: undefined }, input);
      const variantIds = product.variants.map((variant) => variant.id);
      rows.push({ index, outcome, id: product.id, variantIds, problem: null });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const errors = (error.occurrence.errors ?? []).map(({ pointer, message }) => ({ pointer, message }));
      rows.push({
        index,
        outcome: 'refused',
        id: null,
        variantIds: [],
        problem: { code: error.code, detail: error.message, errors },
      });
    }
  }
  return rows;
}
