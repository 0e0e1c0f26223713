import { describe } from 'vitest';
import { postgresEngines } from '../postgres-engine.ts';
import { ordersSuite } from './orders.suite.ts';

describe('PostgreSQL', () => {
  ordersSuite(postgresEngines());
});
