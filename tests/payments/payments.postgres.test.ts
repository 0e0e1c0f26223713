import { postgresEngines } from '../postgres-engine.ts';
import { paymentsSuite } from './payments.suite.ts';

paymentsSuite('PostgreSQL', postgresEngines());
