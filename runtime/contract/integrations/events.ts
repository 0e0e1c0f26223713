import Type from 'typebox';
import { defineEvent } from '../event.ts';
import { nullable, object } from '../schema/primitives.ts';
import { IntegrationCallbackSummary, IntegrationReconciliationSummary, integrationKey } from './schemas.ts';

/** The subject of callbacks is the integration, so that what one partner sends is applied in the order in which it came. */
export const integrationEvents = [
  defineEvent({
    type: 'integration.callback_received',
    summary: 'A partner sent something, or it is tried again.',
    data: IntegrationCallbackSummary,
    isPersonal: true,
  }),
  defineEvent({
    type: 'integration.callback_applied',
    summary: 'What a partner sent was applied.',
    data: IntegrationCallbackSummary,
    isPersonal: true,
  }),
  defineEvent({
    type: 'integration.callback_ignored',
    summary: 'What a partner sent changes nothing.',
    data: IntegrationCallbackSummary,
    isPersonal: true,
  }),
  defineEvent({
    type: 'integration.callback_failed',
    summary: 'What a partner sent could not be applied.',
    data: IntegrationCallbackSummary,
    isPersonal: true,
  }),
  defineEvent({
    type: 'integration.stock_agrees',
    summary: "A partner's stock was compared with ours, and is the same.",
    data: IntegrationReconciliationSummary,
  }),
  defineEvent({
    type: 'integration.stock_differs',
    summary: "A partner's stock was compared with ours, and is not the same.",
    data: IntegrationReconciliationSummary,
  }),
  defineEvent({
    type: 'integration.reconciliation_failed',
    summary: "A partner's stock could not be read as a whole.",
    data: IntegrationReconciliationSummary,
  }),
  defineEvent({
    type: 'integration.message',
    summary: 'A partner is told of an event.',
    data: object('IntegrationMessage', {
      integration: integrationKey,
      event: Type.String({ description: 'Type of the event that it tells of.' }),
      path: Type.String({ description: "Below the partner's URL." }),
      body: Type.String({ description: 'What is sent, as JSON.' }),
      customerId: nullable(
        Type.String({ description: 'The customer whom it tells of; null where it is nobody.' }),
      ),
    }),
    isPersonal: true,
  }),
  defineEvent({
    type: 'integration.message_failed',
    summary: 'A partner is not told of an event: the mapping broke off.',
    data: object('IntegrationMessageFailed', {
      integration: integrationKey,
      event: Type.String(),
      path: Type.String(),
      reason: Type.String(),
    }),
    isPersonal: true,
  }),
];
