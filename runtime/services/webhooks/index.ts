export { createWebhooksService } from './service.ts';
