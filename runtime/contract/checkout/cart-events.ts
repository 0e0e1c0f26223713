import Type from 'typebox';
import { defineEvent } from '../event.ts';
import { identifier, nullable, object } from '../schema/primitives.ts';
import { buyerTexts } from '../schema/sale.ts';
import { Cart } from './cart-schemas.ts';

const cartId = identifier('cart', 'cart');

const CartMoved = object('CartMoved', {
  id: cartId,
  customerId: nullable(buyerTexts.customerId),
  email: nullable(buyerTexts.email),
  lineCount: Type.Integer(),
});

export const cartEvents = [
  defineEvent({ type: 'cart.created', summary: 'A cart was created.', data: Cart, isPersonal: true }),
  defineEvent({ type: 'cart.updated', summary: 'A cart was changed.', data: Cart, isPersonal: true }),
  defineEvent({
    type: 'cart.merged',
    summary: 'A cart was merged into another, and is gone.',
    data: object('CartMerged', { id: cartId, intoId: cartId }),
  }),
  defineEvent({
    type: 'cart.deleted',
    summary: 'A cart was deleted.',
    data: object('CartDeleted', { id: cartId }),
  }),
  defineEvent({
    type: 'cart.checkout_started',
    summary: 'The checkout of a cart began, its stock is reserved.',
    data: CartMoved,
    isPersonal: true,
  }),
  defineEvent({
    type: 'cart.checkout_left',
    summary: 'A cart went back from the checkout, its stock is released.',
    data: CartMoved,
    isPersonal: true,
  }),
  defineEvent({
    type: 'cart.checkout_expired',
    summary: 'The time of a checkout is over, its stock is released.',
    data: CartMoved,
    isPersonal: true,
  }),
  defineEvent({
    type: 'cart.abandoned',
    summary: 'A cart was left alone for too long.',
    data: CartMoved,
    isPersonal: true,
  }),
  defineEvent({
    type: 'cart.resumed',
    summary: 'An abandoned cart was taken up again.',
    data: CartMoved,
    isPersonal: true,
  }),
  defineEvent({
    type: 'cart.completed',
    summary: 'A cart became an order.',
    data: CartMoved,
    isPersonal: true,
  }),
];
