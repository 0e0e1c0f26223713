import { postgresEngines } from '../postgres-engine.ts';
import { catalogSuite } from './catalog.suite.ts';

catalogSuite('PostgreSQL', postgresEngines());
