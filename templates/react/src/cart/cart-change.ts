import type { Cart } from '../headlesspro/storefront.js';

/** Something that the shopper did and the server has not answered yet. */
export type CartChange =
  | { readonly kind: 'add'; readonly quantity: number }
  | { readonly kind: 'quantity'; readonly lineId: string; readonly quantity: number }
  | { readonly kind: 'remove'; readonly lineId: string }
  | { readonly kind: 'other' };

export const mostOfOne = 99;

/** Lines as the shopper wants them. Quantities are right at once; amounts wait for the server. */
export function wantedLines(cart: Cart | null, changes: readonly CartChange[]): Cart['lines'] {
  return (cart?.lines ?? []).flatMap((line) => {
    let wanted = line;
    for (const change of changes) {
      if (change.kind === 'remove' && change.lineId === line.id) return [];
      if (change.kind === 'quantity' && change.lineId === line.id) {
        wanted = { ...line, quantity: change.quantity };
      }
    }
    return [wanted];
  });
}

/** Units, over all lines, with those on their way into the cart. */
export function countUnits(cart: Cart | null, changes: readonly CartChange[]): number {
  const inside = wantedLines(cart, changes).reduce((units, { quantity }) => units + quantity, 0);
  return changes.reduce((units, change) => (change.kind === 'add' ? units + change.quantity : units), inside);
}

/** A later change of the same line says it all: pressing "more" five times need not be five requests. */
export function isSuperseded(change: CartChange, waiting: readonly CartChange[]): boolean {
  if (change.kind !== 'quantity') return false;
  const later = waiting.slice(waiting.indexOf(change) + 1);
  return later.some(
    (other) => (other.kind === 'quantity' || other.kind === 'remove') && other.lineId === change.lineId,
  );
}
