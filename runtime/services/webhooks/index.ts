export { signatureHeaders } from './sending/sign.ts';
export { createWebhooksService } from './service.ts';
