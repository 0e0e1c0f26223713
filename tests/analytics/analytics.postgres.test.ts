import { postgresEngines } from '../postgres-engine.ts';
import { analyticsSuite } from './analytics.suite.ts';

analyticsSuite('PostgreSQL', postgresEngines());
