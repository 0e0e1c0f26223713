import { describe } from 'vitest';
import type { OpenEngine } from '../catalog/given-store.ts';
import { cardSuite } from './cards.suite.ts';
import { paypalSuite } from './paypal.suite.ts';

/** What payments promise, through their HTTP door, whatever engine stores them, against the simulators. */
export function paymentsSuite(engineName: string, openEngine: OpenEngine): void {
  describe(`payments on ${engineName}`, () => {
    cardSuite(openEngine);
    paypalSuite(openEngine);
  });
}
