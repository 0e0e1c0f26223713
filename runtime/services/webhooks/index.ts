export { dueEndpoints } from './sending/due-endpoints.ts';
export { signatureHeaders } from './sending/sign.ts';
export { createWebhooksService } from './service.ts';
