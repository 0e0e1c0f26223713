import { firstDue } from '../../clock/first-due.ts';
import type { Handler, Service, StepsHandler } from '../../context/service.ts';
import type { Collection } from '../../store/port.ts';
import { addressHandlers } from './addresses/handlers.ts';
import { cartHandlers } from './carts/cart-handlers.ts';
import { checkoutHandlers } from './carts/checkout-handlers.ts';
import { forgetCarts } from './carts/forget-carts.ts';
import { lineHandlers } from './carts/line-handlers.ts';
import { moveDueCarts } from './carts/move-due-carts.ts';
import { carts } from './carts/stored-cart.ts';
import type { CheckoutPorts } from './ports.ts';
import { customerCounters, promotionCounters, promotions, promotionUses } from './promotions/collections.ts';
import { promotionHandlers } from './promotions/handlers.ts';
import { agreedCarts } from './purchase/agreed-cart.ts';
import { purchaseHandlers } from './purchase/handlers.ts';
import { purchaseSubscriptions } from './purchase/subscriptions.ts';
import { quoteHandlers } from './quotes/handlers.ts';
import { configuredCarriers } from './shipping/configured-carriers.ts';
import { configuredTaxEngine } from './taxes/configured-tax-engine.ts';

// A collection is stored by its documents' own type; the service lists collections of all types.
const collections = [
  ...[carts, agreedCarts, promotions, promotionCounters, customerCounters, promotionUses],
] as unknown as readonly Collection[];

/** Carts, promotions, taxes and shipping. Who says taxes and rates is what the config names, unless others are given. */
export function createCheckoutService(ports: Partial<CheckoutPorts> = {}): Service {
  const complete = { taxEngine: configuredTaxEngine, rateProvider: configuredCarriers, ...ports };
  return {
    name: 'checkout',
    collections,
    // Each handler is typed by its operation; the gateway hands over what the contract has validated.
    handlers: {
      ...cartHandlers(complete),
      ...lineHandlers(complete),
      ...checkoutHandlers(complete),
      ...purchaseHandlers(complete),
      ...addressHandlers,
      ...promotionHandlers,
      ...quoteHandlers(complete),
    } as Readonly<Record<string, Handler | StepsHandler>>,
    batches: {},
    loaders: {},
    subscriptions: [...purchaseSubscriptions(complete), forgetCarts],
    schedules: {
      'checkout.move-due-carts': {
        ...{ everySeconds: 5, run: moveDueCarts },
        nextDueAt: ({ store }) => firstDue(store, carts, 'byDue', { all: 1 }),
      },
    },
  };
}
