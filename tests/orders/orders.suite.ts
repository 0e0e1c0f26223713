import { afterAll, beforeAll, describe } from 'vitest';
import type { OpenEngine } from '../catalog/given-store.ts';
import { agreementTests } from './agreement.suite.ts';
import { crowdTests } from './crowds.suite.ts';
import { editPaymentTests } from './edit-payments.suite.ts';
import { editedAgreementTests } from './edited-agreement.suite.ts';
import { editTests } from './edits.suite.ts';
import { exchangedAgreementTests, exchangeTests } from './exchanges.suite.ts';
import { findingTests } from './finding.suite.ts';
import { fulfilmentTests } from './fulfilments.suite.ts';
import { type GivenOrders, givenOrders } from './given-orders.ts';
import { moneyBackTests } from './money-back.suite.ts';
import { orderLinkTests } from './order-links.suite.ts';
import { returnTests } from './returns.suite.ts';
import { reviewTests } from './reviews.suite.ts';
import { stateTests } from './states.suite.ts';

/** What becomes of orders after they were bought. */
export function ordersSuite(openEngine: OpenEngine): void {
  describe('orders', () => {
    let shop: GivenOrders;
    beforeAll(async () => {
      shop = await givenOrders(openEngine);
    });
    afterAll(() => shop.close());

    const given = () => shop;
    fulfilmentTests(given);
    stateTests(given);
    returnTests(given);
    moneyBackTests(given);
    crowdTests(given);
    reviewTests(given);
    editTests(given);
    editPaymentTests(given);
    exchangeTests(given);
    findingTests(given);
    orderLinkTests(given);
  });

  agreementTests(openEngine);
  editedAgreementTests(openEngine);
  exchangedAgreementTests(openEngine);
}
