export { openPostgresEngine, type PostgresEngineOptions } from './engine.ts';
