import { describe } from 'vitest';
import { postgresEngines } from '../postgres-engine.ts';
import { purchaseSuite } from './purchase.suite.ts';

describe('PostgreSQL', () => {
  purchaseSuite(postgresEngines());
});
