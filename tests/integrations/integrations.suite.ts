import type { OpenEngine } from '../catalog/given-store.ts';
import { callbackSuite } from './callbacks.suite.ts';
import { partnerSuite } from './partners.suite.ts';
import { wholeStockSuite } from './whole-stock.suite.ts';

/** Warehouses and ERPs, through HTTP and with the simulators. */
export function integrationsSuite(openEngine: OpenEngine): void {
  partnerSuite(openEngine);
  callbackSuite(openEngine);
  wholeStockSuite(openEngine);
}
