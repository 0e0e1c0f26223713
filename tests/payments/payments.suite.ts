import { describe } from 'vitest';
import type { OpenEngine } from '../catalog/given-store.ts';
import { cardSuite } from './cards.suite.ts';

/** What payments promise, through their HTTP door, whatever engine stores them, against the simulated Stripe. */
export function paymentsSuite(engineName: string, openEngine: OpenEngine): void {
  describe(`payments on ${engineName}`, () => {
    cardSuite(openEngine);
  });
}
