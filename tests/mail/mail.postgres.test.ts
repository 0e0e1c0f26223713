import { postgresEngines } from '../postgres-engine.ts';
import { mailSuite } from './mail.suite.ts';

mailSuite('PostgreSQL', postgresEngines());
