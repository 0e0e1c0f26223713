import type { Service } from '../context/service.ts';
import { createPaypalProvider } from '../providers/paypal/index.ts';
import { openSmtpTransport } from '../providers/smtp/index.ts';
import { verifyCallback } from '../providers/standard-webhooks/index.ts';
import { createStripeProvider } from '../providers/stripe/index.ts';
import { analyticsService } from './analytics/index.ts';
import { catalogService } from './catalog/index.ts';
import { createCheckoutService } from './checkout/index.ts';
import { customerService } from './customers/index.ts';
import { fraudService } from './fraud/index.ts';
import { createIntegrationService } from './integrations/index.ts';
import { createMailService } from './mail/index.ts';
import { orderService } from './orders/index.ts';
import { createPaymentsService } from './payments/index.ts';
import { storeService } from './store/index.ts';
import { createWebhooksService } from './webhooks/index.ts';

/** All services of the platform. A runtime can be composed of fewer. */
export const services: readonly Service[] = [
  storeService,
  catalogService,
  createCheckoutService(),
  customerService,
  createPaymentsService({
    providers: { stripe: createStripeProvider(), paypal: createPaypalProvider() },
  }),
  fraudService,
  orderService,
  createMailService(openSmtpTransport),
  analyticsService,
  createIntegrationService(verifyCallback),
  createWebhooksService(),
];
