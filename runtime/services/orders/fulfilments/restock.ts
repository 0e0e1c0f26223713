import type { Context } from '../../../context/context.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import { Problem, problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';

export interface ReturnedUnits {
  readonly variantId: string;
  readonly quantity: number;
  /** Where they are now; null where nobody has said. */
  readonly locationId: string | null;
  /** Whether they can be sold again. */
  readonly isDamaged: boolean;
}

function isGone(error: unknown): boolean {
  return (
    error instanceof Problem &&
    error.code === 'unknown_reference' &&
    error.occurrence.errors?.[0]?.pointer === '/variantId'
  );
}

/**
 * Counts units that came back, with the history that says so. Damaged ones come and go in one step, so that both are
 * on record and none is on hand. Variants that have no stock, or are gone, have none to count.
 * @throws {Problem} `unknown_reference` where there is no such location; `invalid_input` where none is known.
 */
export async function restock(
  context: Context,
  { variantId, quantity, locationId, isDamaged }: ReturnedUnits,
  reference: string,
): Promise<void> {
  if (quantity === 0) return;
  const list = operationOf(context, 'catalog.inventory.listLevels');
  const levels = await context.call(list, { variantId, pageSize: 100 });
  const [first, ...others] = levels.data;
  if (!first) return;
  const only = others.length === 0 ? first.locationId : null;
  const place = locationId ?? only;
  if (place === null) {
    const message = 'is needed: the variant has stock at several locations.';
    throw problem(problems.invalidInput, {
      detail: `/locationId ${message}`,
      errors: [{ pointer: '/locationId', message }],
    });
  }
  const adjust = operationOf(context, 'catalog.inventory.adjust');
  try {
    await context.call(adjust, {
      ...{ variantId, locationId: place, change: quantity, reason: 'returned', reference },
    });
  } catch (error) {
    if (isGone(error)) return;
    throw error;
  }
  if (!isDamaged) return;
  await context.call(adjust, {
    ...{ variantId, locationId: place, change: -quantity, reason: 'damaged', reference },
  });
}
