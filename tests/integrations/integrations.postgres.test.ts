import { describe } from 'vitest';
import { postgresEngines } from '../postgres-engine.ts';
import { integrationsSuite } from './integrations.suite.ts';

describe('PostgreSQL', () => {
  integrationsSuite(postgresEngines());
});
