import { describe } from 'vitest';
import type { OpenEngine } from '../catalog/given-store.ts';
import { cardSuite } from './cards.suite.ts';
import { crashSuite } from './crashes.suite.ts';
import { manualSuite } from './manual.suite.ts';
import { moneyBackSuite } from './money-back.suite.ts';
import { noticeSuite } from './notices.suite.ts';
import { paypalSuite } from './paypal.suite.ts';
import { paypalDisputeSuite } from './paypal-disputes.suite.ts';

/** What payments promise, through their HTTP door, whatever engine stores them, against the simulators. */
export function paymentsSuite(engineName: string, openEngine: OpenEngine): void {
  describe(`payments on ${engineName}`, () => {
    describe('cards', () => cardSuite(openEngine));
    describe('money that goes back', () => moneyBackSuite(openEngine));
    describe("Stripe's notices", () => noticeSuite(openEngine));
    paypalSuite(openEngine);
    paypalDisputeSuite(openEngine);
    describe('crashes', () => crashSuite(openEngine));
    describe('payments by hand and by name', () => manualSuite(openEngine));
  });
}
