import { postgresEngines } from '../postgres-engine.ts';
import { customersSuite } from './customers.suite.ts';

customersSuite('PostgreSQL', postgresEngines());
