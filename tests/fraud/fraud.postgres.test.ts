import { postgresEngines } from '../postgres-engine.ts';
import { fraudSuite } from './fraud.suite.ts';

fraudSuite('PostgreSQL', postgresEngines());
