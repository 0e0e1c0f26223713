import type { Endpoint } from '../http/endpoint.ts';
import { authorizeOrder, captureOrder } from './complete-order.ts';
import { confirmPaymentSource } from './confirm-payment-source.ts';
import { createOrder } from './create-order.ts';
import { patchOrder } from './patch-order.ts';
import { showOrder } from './show-order.ts';

export const orderEndpoints: readonly Endpoint[] = [
  createOrder,
  showOrder,
  patchOrder,
  confirmPaymentSource,
  authorizeOrder,
  captureOrder,
];
