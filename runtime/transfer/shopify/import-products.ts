import type { ImportWork } from '../import-work.ts';

export interface ShopifyOptions {
  readonly images?: 'skip' | 'download' | undefined;
  readonly productType?: string | undefined;
  readonly location?: string | undefined;
}

export async function importShopifyProducts(_work: ImportWork, _options: ShopifyOptions): Promise<void> {
  throw new Error('to come');
}
