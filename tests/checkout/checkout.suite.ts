import { describe } from 'vitest';
import type { OpenEngine } from '../catalog/given-store.ts';
import { askedServiceSuite } from './asked-services.suite.ts';
import { cartSuite } from './carts.suite.ts';
import { checkoutStartSuite } from './checkout-start.suite.ts';
import { promotionSuite } from './promotions.suite.ts';
import { quoteSuite } from './quotes.suite.ts';

/** What the checkout promises, through its HTTP door, whatever engine stores it. */
export function checkoutSuite(engineName: string, openEngine: OpenEngine): void {
  describe(`the checkout on ${engineName}`, () => {
    cartSuite(openEngine);
    promotionSuite(openEngine);
    checkoutStartSuite(openEngine);
    quoteSuite(openEngine);
    askedServiceSuite(openEngine);
  });
}
