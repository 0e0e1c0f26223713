import { describe } from 'vitest';
import { postgresEngines } from '../../postgres-engine.ts';
import { crashSuite } from './crash.suite.ts';

describe('PostgreSQL', () => {
  crashSuite(postgresEngines());
});
