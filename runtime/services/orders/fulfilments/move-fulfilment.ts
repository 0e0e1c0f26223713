import type { Context } from '../../../context/context.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import type { NewDocument } from '../../../store/port.ts';
import { requireVersion } from '../orders/require-version.ts';
import type { StoredOrder } from '../orders/stored-order.ts';
import { happened } from '../orders/timeline.ts';
import { openOrder } from '../orders/write-order.ts';
import { type FulfilmentMove, moveFulfilment } from './fulfilment-states.ts';
import { fulfilments, presentFulfilment, type StoredFulfilment } from './stored-fulfilment.ts';

export interface OpenFulfilment {
  readonly order: StoredOrder;
  readonly fulfilment: StoredFulfilment;
}

export async function getFulfilment({ store }: Context, id: string): Promise<StoredFulfilment> {
  const fulfilment = await store.get(fulfilments, id);
  if (!fulfilment) throw problem(problems.notFound, { detail: `There is no fulfilment ${id}.` });
  return fulfilment;
}

/** A fulfilment and its order. The order is locked first, and so everything of it. */
export async function openFulfilment(context: Context, id: string): Promise<OpenFulfilment> {
  const { orderId } = await getFulfilment(context, id);
  const order = await openOrder(context, orderId, { lock: true });
  const fulfilment = await getFulfilment(context, id);
  requireVersion(context, fulfilment);
  return { order, fulfilment };
}

/** Its units by line. */
export function unitsOf({ lines }: StoredFulfilment): ReadonlyMap<string, number> {
  return new Map(lines.map(({ lineId, quantity }) => [lineId, quantity]));
}

const words = {
  packed: 'was packed',
  shipped: 'was shipped',
  delivered: 'was delivered',
  cancelled: 'was cancelled',
  lost: 'was lost',
  returned_to_sender: 'came back undelivered',
} as const satisfies Record<FulfilmentMove['to'], string>;

const shown: readonly string[] = ['shipped', 'delivered', 'lost', 'returned_to_sender'];

/** Writes a move of a fulfilment with its time and event. Throws `fulfilment_state`. */
export async function performFulfilmentMove(
  context: Context,
  fulfilment: StoredFulfilment,
  operation: FulfilmentMove['operation'],
  {
    reason,
    ...change
  }: Omit<Partial<NewDocument<StoredFulfilment>>, 'reason'> & { reason?: string | null | undefined } = {},
): Promise<StoredFulfilment> {
  const { to, event } = moveFulfilment(fulfilment, operation);
  const now = context.clock.now().toISOString();
  const ends = to === 'cancelled' || to === 'lost' || to === 'returned_to_sender';
  const moved = await context.store.update(fulfilments, fulfilment.id, () => ({
    ...{ ...fulfilment, ...change, state: to, reason: reason ?? fulfilment.reason },
    ...(to === 'packed' ? { packedAt: now } : {}),
    ...(to === 'shipped' ? { shippedAt: now } : {}),
    ...(to === 'delivered' ? { deliveredAt: now } : {}),
    ...(ends ? { endedAt: now } : {}),
  }));
  await happened(context, moved.orderId, event, presentFulfilment(moved), {
    message: `Fulfilment ${moved.number} ${words[to]}.`,
    ...{ reason, fulfilmentId: moved.id, isShownToCustomer: shown.includes(to) },
  });
  return moved;
}
