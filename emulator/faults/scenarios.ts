import type { StoreConfig } from '../../runtime/config/index.ts';
import type { FaultInput } from './fault.ts';

export interface Scenario {
  readonly name: string;
  /** One sentence, for lists. */
  readonly summary: string;
  /** What is set for it in a store of this configuration; nothing where it has nothing to strike. */
  readonly faultsIn: (config: Pick<StoreConfig, 'integrations'>) => readonly FaultInput[];
}

const providers = ['stripe', 'paypal'];

function partnersOfKind(
  { integrations }: Pick<StoreConfig, 'integrations'>,
  wanted: StoreConfig['integrations'][number]['kind'],
): string[] {
  return integrations.filter(({ kind }) => kind === wanted).map(({ key }) => `integration:${key}`);
}

/** Trouble as it comes, ready-made. */
export const scenarios: readonly Scenario[] = [
  {
    name: 'payment-provider-down',
    summary: 'Stripe and PayPal answer every call with 503.',
    faultsIn: () => providers.map((provider) => ({ kind: 'error', provider })),
  },
  {
    name: 'payment-provider-slow',
    summary: 'Stripe and PayPal take five seconds for every answer.',
    faultsIn: () => providers.map((provider) => ({ kind: 'latency', provider, delay: '5s' })),
  },
  {
    name: 'payment-answer-lost',
    summary:
      'Stripe and PayPal each do what they are asked next, and the connection closes before the answer.',
    faultsIn: () => providers.map((provider) => ({ kind: 'drop', provider, when: 'after', times: 1 })),
  },
  {
    name: 'order-answer-lost',
    summary: 'The next order is placed, and the storefront never hears of it.',
    faultsIn: () => [{ kind: 'drop', operation: 'checkout.carts.complete', when: 'after', times: 1 }],
  },
  {
    name: 'slow-search',
    summary: 'Lists of products and searches take three seconds.',
    faultsIn: () =>
      ['catalog.products.list', 'orders.orders.search'].map((operation) => ({
        ...{ kind: 'latency', operation, delay: '3s' },
      })),
  },
  {
    name: 'platform-down',
    summary: 'Every operation is answered with 503.',
    faultsIn: () => [{ kind: 'error', operation: '*' }],
  },
  {
    name: 'flaky-network',
    summary:
      'One call in ten is dropped, half of those after the work was done; one in four takes half a second.',
    faultsIn: () => [
      { kind: 'drop', operation: '*', probability: 0.05 },
      { kind: 'drop', operation: '*', when: 'after', probability: 0.05 },
      { kind: 'latency', operation: '*', delay: '500ms', probability: 0.25 },
    ],
  },
  {
    name: 'rate-limited',
    summary: 'Every second call is refused with 429, to be tried again after a second.',
    faultsIn: () => [{ kind: 'rate_limit', operation: '*', probability: 0.5, retryAfter: '1s' }],
  },
  {
    name: 'webhook-storm',
    summary: 'Every webhook is sent five times at once, and so is every notice of a provider.',
    faultsIn: () => ['*', 'notices:*'].map((endpoint) => ({ kind: 'repeat', endpoint, copies: 5 })),
  },
  {
    name: 'webhooks-answer-lost',
    summary: 'Every second webhook arrives, and counts as failed all the same, so that it comes again.',
    faultsIn: () => [{ kind: 'timeout', endpoint: '*', when: 'after', probability: 0.5 }],
  },
  {
    name: 'warehouse-silent',
    summary: 'The warehouse answers nothing that it is sent or asked.',
    faultsIn: (config) =>
      partnersOfKind(config, 'fulfilment').map((endpoint) => ({ kind: 'timeout', endpoint })),
  },
  {
    name: 'erp-silent',
    summary: 'The ERP answers nothing that it is sent or asked.',
    faultsIn: (config) => partnersOfKind(config, 'erp').map((endpoint) => ({ kind: 'timeout', endpoint })),
  },
];
