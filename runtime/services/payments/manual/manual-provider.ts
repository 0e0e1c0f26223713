import type { KnownPayment, PaymentProvider, ProviderState, StartRequest } from '../payment-provider.ts';

/*
 * Bank transfer, cash: the provider is the shop's own staff. The payment is authorized at once, because the checkout
 * has nothing to wait for; capturing it records that the money came in, refunding it that it was paid back. So what we
 * know is the truth, and reading it again tells nothing new.
 */

function method(key: string | null): ProviderState['method'] {
  return {
    ...{ kind: 'manual', brand: null, last4: null, fingerprint: null, country: null, wallet: null },
    ...{ payerEmail: null, key },
  };
}

const nothing = {
  ...{ aliases: [], refunds: [], disputes: [], fees: [], redirectUrl: null, failure: null },
  isExpired: false,
  ...{ riskScore: null, riskLevel: null, expiresAt: null },
};

function started({ paymentId, amount, currency, method: key }: StartRequest): ProviderState {
  return {
    ...{ ...nothing, reference: paymentId, status: 'authorized', amount, currency, method: method(key) },
    ...{ authorized: amount, capturable: amount, captured: 0 },
  };
}

function stateOf(payment: KnownPayment): ProviderState {
  const { reference, amount, currency, authorized, capturable, captured, isCancelled } = payment;
  return {
    ...{ ...nothing, reference, amount, currency, authorized, capturable, captured },
    ...{ status: isCancelled ? 'cancelled' : 'authorized', method: method(payment.method) },
  };
}

export const manualProvider: PaymentProvider = {
  name: 'manual',
  isOffline: true,

  async start(request) {
    return started(request);
  },

  async read(payment) {
    return stateOf(payment);
  },

  async capture(payment, amount) {
    const { captured, capturable } = payment;
    return { ...stateOf(payment), captured: captured + amount, capturable: capturable - amount };
  },

  async cancel(payment) {
    return { ...stateOf(payment), status: 'cancelled', capturable: 0 };
  },

  async refund(_payment, { refundId, amount }) {
    return { reference: refundId, refundId, amount, state: 'succeeded', failure: null };
  },

  async receive() {
    return undefined; // nobody sends notices
  },
};
