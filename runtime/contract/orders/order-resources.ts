import { resource } from '../resource.ts';
import { OrderLine } from './order-line.ts';
import { Order } from './order-schemas.ts';
import { TimelineEntry } from './timeline.ts';

export const orderResources = [
  resource({
    name: 'Order',
    schema: Order,
    relations: {
      fulfilments: {
        kind: 'connection',
        resource: 'Fulfilment',
        operation: 'orders.fulfilments.list',
        parameter: 'orderId',
        description: 'Its parcels, newest first.',
      },
      returns: {
        kind: 'connection',
        resource: 'Return',
        operation: 'orders.returns.list',
        parameter: 'orderId',
        description: 'What of it comes or came back.',
      },
      refunds: {
        kind: 'connection',
        resource: 'OrderRefund',
        operation: 'orders.orders.listRefunds',
        parameter: 'orderId',
        description: 'Money given back.',
      },
      edits: {
        kind: 'connection',
        resource: 'OrderEdit',
        operation: 'orders.edits.list',
        parameter: 'orderId',
        description: 'How it was changed, newest first.',
      },
      timeline: {
        kind: 'connection',
        resource: 'TimelineEntry',
        operation: 'orders.orders.listTimeline',
        parameter: 'orderId',
        description: 'What happened to it, newest first.',
      },
    },
  }),
  resource({
    name: 'OrderLine',
    schema: OrderLine,
    relations: {
      product: {
        kind: 'one',
        resource: 'Product',
        field: 'productId',
        description: 'The product; null where it has disappeared.',
      },
    },
  }),
  resource({ name: 'TimelineEntry', schema: TimelineEntry, relations: {} }),
];
