import { postgresEngines } from '../postgres-engine.ts';
import { apiSuite } from './api.suite.ts';

apiSuite('PostgreSQL', postgresEngines());
