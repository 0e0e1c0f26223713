import { describe } from 'vitest';
import { postgresEngines } from '../../postgres-engine.ts';
import { orderCrashSuite } from './order-crash.suite.ts';

describe('PostgreSQL', () => {
  orderCrashSuite(postgresEngines(), { isBrief: true });
});
