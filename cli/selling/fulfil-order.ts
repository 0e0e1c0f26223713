import type { OutputOf } from '../../runtime/contract/operation.ts';
import type { OrderOperations } from '../../runtime/contract/orders/index.ts';
import { usage } from '../cli-error.ts';
import type { CommandContext } from '../context.ts';
import type { Terminal } from '../output/index.ts';
import { findOrder, type Order } from './find-order.ts';
import { openSelling, type Selling } from './open-selling.ts';
import { lineName, unitsOf } from './order-lines.ts';
import { allOf } from './pages.ts';

type Fulfilment = OutputOf<OrderOperations['orders.fulfilments.get']>;

export interface FulfilFlags {
  readonly to: string | undefined;
  readonly order: string;
  readonly lines: readonly string[];
  readonly carrier: string | undefined;
  readonly tracking: string | undefined;
  readonly trackingUrl: string | undefined;
  readonly location: string | undefined;
  /** Whether it leaves now, or is only planned. */
  readonly isShipped: boolean;
}

export interface Fulfilled {
  readonly store: string;
  readonly order: Order;
  readonly fulfilment: Fulfilment;
}

async function locationIdOf(selling: Selling, text: string): Promise<string> {
  if (text.startsWith('loc_')) return text;
  const names: string[] = [];
  for await (const { id, name } of allOf((page) => selling.call('catalog.locations.list', page))) {
    if (name.toLowerCase() === text.toLowerCase()) return id;
    names.push(name);
  }
  throw usage('no_location', `${selling.name} has no location "${text}".`, {
    fix: names.length > 0 ? `It has ${names.join(', ')}.` : 'Make one first.',
  });
}

function trackingOf({ carrier, tracking, trackingUrl }: FulfilFlags) {
  const given = { carrier, number: tracking, url: trackingUrl };
  const entries = Object.entries(given).filter(([, value]) => value !== undefined);
  return entries.length > 0 ? { tracking: Object.fromEntries(entries) } : {};
}

/** Plans a parcel, packs and ships it. Where it may not be shipped it is not left planned, so that nothing has changed. */
export async function fulfilOrder(flags: FulfilFlags, context: CommandContext): Promise<Fulfilled> {
  const selling = await openSelling(flags.to, context);
  const order = await findOrder(selling, flags.order);
  const left = (line: Order['lines'][number]) =>
    line.quantity - line.fulfilledQuantity - line.cancelledQuantity - line.plannedQuantity;
  const lines = unitsOf(order, flags.lines, left);
  const planned = await selling.call('orders.fulfilments.create', {
    orderId: order.id,
    ...(lines.length > 0 ? { lines } : {}),
    ...(flags.location === undefined ? {} : { locationId: await locationIdOf(selling, flags.location) }),
    ...trackingOf(flags),
  });
  if (!flags.isShipped) return { store: selling.name, order, fulfilment: planned };
  try {
    await selling.call('orders.fulfilments.pack', { fulfilmentId: planned.id });
    const fulfilment = await selling.call('orders.fulfilments.ship', { fulfilmentId: planned.id });
    return { store: selling.name, order, fulfilment };
  } catch (error) {
    await selling.call('orders.fulfilments.cancel', {
      fulfilmentId: planned.id,
      reason: 'It could not be shipped.',
    });
    throw error;
  }
}

export function printFulfilled({ order, fulfilment }: Fulfilled, { paint, result }: Terminal): void {
  const done = fulfilment.state === 'shipped' ? 'shipped' : fulfilment.state.replaceAll('_', ' ');
  const { carrier, number } = fulfilment.tracking;
  const tracked = [carrier, number].filter(Boolean).join(' ');
  result(
    `${paint.green('✔')} ${fulfilment.number} is ${done}${tracked === '' ? '' : `, tracked as ${tracked}`}`,
  );
  for (const { lineId, quantity } of fulfilment.lines) {
    const line = order.lines.find(({ id }) => id === lineId);
    result(`  ${quantity} × ${line ? `${lineName(line)}  ${line.title}` : lineId}`);
  }
}
