import { callInHalves } from '../call-in-halves.ts';
import { readState } from '../read-state.ts';
import type { TransferClient } from '../transfer-client.ts';
import type { ReadProduct } from './to-product.ts';

export interface WrittenProduct {
  readonly id: string;
  readonly product: ReadProduct;
}

/**
 * A new product is published in every channel. One that the store had, published nowhere, is so again when the file
 * says TRUE; where it is published somewhere, that somewhere is left to the store.
 *
 * @returns ids of those that were published again.
 */
export async function publishAgain(
  client: TransferClient,
  written: readonly WrittenProduct[],
  channels: readonly string[],
): Promise<ReadonlySet<string>> {
  const contents = await readState(
    client,
    'product',
    written.map(({ id }) => id),
  );
  const hidden = written.filter((_, index) => {
    const publications = contents[index]?.publications;
    return Array.isArray(publications) && publications.length === 0;
  });
  if (hidden.length === 0) return new Set();
  const products = hidden.map(({ id, product: { input } }) => ({
    ...{ id, title: input.title, productType: input.productType },
    publications: channels.map((channel) => ({ channel })),
  }));
  const published = await callInHalves(
    products,
    async (part) => {
      await client.execute('catalog.products.upsert', { products: part });
      return part.map(({ id }) => id);
    },
    () => '',
  );
  return new Set(published);
}
