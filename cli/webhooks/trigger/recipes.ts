import { buyingSteps } from './buying-steps.ts';
import { catalogSteps } from './catalog-steps.ts';
import { orderSteps } from './order-steps.ts';
import type { Step } from './step.ts';

export type StepName = keyof typeof catalogSteps | keyof typeof buyingSteps | keyof typeof orderSteps;

export const steps: Readonly<Record<string, Step>> = { ...catalogSteps, ...buyingSteps, ...orderSteps };

/** Event type → the step that causes it; what it needs comes before it. */
export const recipes: Readonly<Record<string, StepName>> = {
  'product.created': 'product',
  'product.updated': 'productChange',
  'product.deleted': 'productDeletion',
  'product.published': 'product',
  'product.unpublished': 'productWithdrawal',
  'price.changed': 'priceChange',
  'category.created': 'category',
  'category.updated': 'categoryChange',
  'category.moved': 'categoryMove',
  'category.deleted': 'categoryDeletion',
  'collection.created': 'collection',
  'collection.updated': 'collectionChange',
  'collection.products_changed': 'collectionProducts',
  'collection.deleted': 'collectionDeletion',
  'media.created': 'media',
  'media.updated': 'mediaChange',
  'media.deleted': 'mediaDeletion',
  'price_list.created': 'priceList',
  'price_list.updated': 'priceListChange',
  'price_list.deleted': 'priceListDeletion',
  'location.created': 'location',
  'location.updated': 'locationChange',
  'location.deleted': 'locationDeletion',
  'inventory.adjusted': 'stock',
  'inventory.reserved': 'reservation',
  'inventory.reservation_changed': 'reservationSplit',
  'inventory.committed': 'reservationCommit',
  'inventory.shipped': 'reservationShipment',
  'inventory.released': 'reservationRelease',
  'promotion.created': 'promotion',
  'promotion.updated': 'promotionChange',
  'promotion.deleted': 'promotionDeletion',
  'promotion_use.counted': 'promotionUse',
  'customer.created': 'customer',
  'customer.updated': 'customerChange',
  'customer.deleted': 'customerDeletion',
  'cart.created': 'cart',
  'cart.updated': 'cartChange',
  'cart.merged': 'cartMerge',
  'cart.deleted': 'cartDeletion',
  'cart.checkout_started': 'checkout',
  'cart.checkout_left': 'checkoutLeaving',
  'cart.completed': 'order',
  'payment.created': 'payment',
  'payment.requires_action': 'unapprovedPayment',
  'payment.authorized': 'payment',
  'payment.captured': 'paymentCapture',
  'payment.failed': 'declinedPayment',
  'payment.cancelled': 'paymentCancellation',
  'payment.refund_requested': 'paymentRefund',
  'payment.refunded': 'paymentRefund',
  'payment.disputed': 'dispute',
  'order.placed': 'order',
  'order.confirmed': 'approval',
  'order.paid': 'paidOrder',
  'order.payment_changed': 'paidOrder',
  'order.updated': 'orderChange',
  'order.note_added': 'orderNote',
  'order.edited': 'orderEdit',
  'order.cancelled': 'orderCancellation',
  'order.units_cancelled': 'unitsCancellation',
  'order.refunded': 'orderRefund',
  'order.anonymized': 'orderAnonymization',
  'order.completed': 'delivery',
  'fulfilment.created': 'fulfilment',
  'fulfilment.updated': 'fulfilmentChange',
  'fulfilment.packed': 'packing',
  'fulfilment.shipped': 'shipment',
  'fulfilment.delivered': 'delivery',
  'fulfilment.cancelled': 'fulfilmentCancellation',
  'fulfilment.lost': 'loss',
  'fulfilment.returned_to_sender': 'undelivered',
  'return.requested': 'return',
  'return.approved': 'returnApproval',
  'return.declined': 'returnRefusal',
  'return.in_transit': 'returnShipment',
  'return.received': 'returnArrival',
  'return.inspected': 'returnInspection',
  'return.completed': 'returnCompletion',
  'return.cancelled': 'returnCancellation',
};

/** A step and all it needs, in the order in which they are done. */
export function stepsFor(name: string): string[] {
  const found = new Set<string>();
  const visit = (step: string) => {
    for (const needed of steps[step]?.needs ?? []) visit(needed);
    found.add(step);
  };
  visit(name);
  return [...found];
}
