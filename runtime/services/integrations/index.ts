export type { VerifyCallback } from './ports.ts';
export { createIntegrationService } from './service.ts';
