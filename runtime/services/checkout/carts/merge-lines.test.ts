import { describe, expect, test } from 'vitest';
import { mergeLines } from './merge-lines.ts';
import type { StoredLine } from './stored-cart.ts';

const remembered = { productId: null, title: 'Ring', variantTitle: '', sku: null, imageUrl: null };

function line(id: string, changes: Partial<StoredLine> = {}): StoredLine {
  return { id, variantId: 'ring', quantity: 1, customData: [], giftMessage: null, remembered, ...changes };
}

const engraving = { name: 'engraving', value: 'A & B' };
const font = { name: 'font', value: 'serif' };

describe('merging lines', () => {
  test('a line of the same variant grows and keeps its id', () => {
    expect(mergeLines([line('a')], [line('b', { quantity: 2 })])).toEqual([line('a', { quantity: 3 })]);
  });

  test('custom data in another order is the same, other custom data or another message is not', () => {
    const first = line('a', { customData: [engraving, font] });
    const merged = mergeLines(
      [first],
      [
        line('b', { customData: [font, engraving] }),
        line('c', { customData: [engraving] }),
        line('d', { giftMessage: 'Hi' }),
      ],
    );
    expect(merged.map(({ id, quantity }) => `${id} ${quantity}`)).toEqual(['a 2', 'c 1', 'd 1']);
  });

  test('a cart that would be too full is refused', () => {
    expect(() => mergeLines([line('a', { quantity: 100_000 })], [line('b')])).toThrow(/100001 units/);
    const many = Array.from({ length: 501 }, (_, index) => line(`l${index}`, { variantId: `v${index}` }));
    expect(() => mergeLines([], many)).toThrow(/501 lines/);
  });
});
