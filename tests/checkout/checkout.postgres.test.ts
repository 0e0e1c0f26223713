import { postgresEngines } from '../postgres-engine.ts';
import { checkoutSuite } from './checkout.suite.ts';

checkoutSuite('PostgreSQL', postgresEngines());
