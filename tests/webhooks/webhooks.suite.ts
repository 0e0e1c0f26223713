import { describe } from 'vitest';
import type { OpenEngine } from '../catalog/given-store.ts';
import { deliverySuite } from './deliveries.suite.ts';
import { endpointSuite } from './endpoints.suite.ts';
import { failureSuite } from './failures.suite.ts';

/** What webhooks promise, through the HTTP door and to real receivers, whatever engine stores them. */
export function webhooksSuite(engineName: string, openEngine: OpenEngine): void {
  describe(`webhooks on ${engineName}`, () => {
    endpointSuite(openEngine);
    deliverySuite(openEngine);
    failureSuite(openEngine);
  });
}
