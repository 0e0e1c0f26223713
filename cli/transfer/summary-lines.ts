import { type ImportReport, type RecordKind, recordKinds } from '../../runtime/transfer/index.ts';

/** One, and many. */
const names: Readonly<Record<RecordKind, readonly [string, string]>> = {
  location: ['location', 'locations'],
  category: ['category', 'categories'],
  media: ['media file', 'media files'],
  collection: ['collection', 'collections'],
  product: ['product', 'products'],
  collection_products: ['set of collection members', 'sets of collection members'],
  price_list: ['price list', 'price lists'],
  list_price: ['list price', 'list prices'],
  promotion: ['promotion', 'promotions'],
  stock_level: ['stock level', 'stock levels'],
};

/** `1,200 products: 1,000 created, 150 unchanged, 50 refused`, a line a kind. */
export function summaryLines({ counts }: Pick<ImportReport, 'counts'>): string[] {
  return recordKinds.flatMap((kind) => {
    const outcomes = counts[kind];
    if (!outcomes) return [];
    const total = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
    const parts = Object.entries(outcomes).flatMap(([outcome, count]) =>
      count === 0 ? [] : `${count.toLocaleString('en')} ${outcome}`,
    );
    return [`${countOf(kind, total)}: ${parts.join(', ')}`];
  });
}

/** `1 product`, `1,200 products`. */
export function countOf(kind: RecordKind, count: number): string {
  return `${count.toLocaleString('en')} ${names[kind][count === 1 ? 0 : 1]}`;
}
