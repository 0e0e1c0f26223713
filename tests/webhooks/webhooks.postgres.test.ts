import { postgresEngines } from '../postgres-engine.ts';
import { webhooksSuite } from './webhooks.suite.ts';

webhooksSuite('PostgreSQL', postgresEngines());
