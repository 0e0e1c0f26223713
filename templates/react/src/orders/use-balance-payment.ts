import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { links } from '../catalog/links.ts';
import type { PaymentFault } from '../checkout/pay.ts';
import { faultOf } from '../checkout/pay.ts';
import type { PaymentWay } from '../checkout/payment-ways.ts';
import type { Order, Payment } from '../headlesspro/storefront.js';
import { ApiError } from '../headlesspro/storefront.js';
import { useStore } from '../store/store-context.ts';
import { orderKey } from './load-order.ts';

export interface BalancePayment {
  readonly isBusy: boolean;
  readonly fault: PaymentFault | null;
  /** A payment was made, or is being confirmed. */
  readonly told: 'made' | 'waiting' | null;
  readonly pay: (way: PaymentWay) => void;
}

/** Pays what an order still costs: begins it, and asks about it when the shopper comes back from the payment page. */
export function useBalancePayment(order: Order, token: string | null, onChanged: () => void): BalancePayment {
  const { api } = useStore();
  const [parameters, setParameters] = useSearchParams();
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<PaymentFault | null>(null);
  const [told, setTold] = useState<BalancePayment['told']>(null);
  const paymentId = parameters.get('payment_id');
  const wasLeft = parameters.has('left');
  const asked = useRef('');

  function tell({ state, failure }: Payment) {
    if (state === 'failed' || state === 'cancelled') setFault({ code: failure?.code ?? 'other' });
    else setTold(state === 'pending' || state === 'requires_action' ? 'waiting' : 'made');
  }

  async function perform(work: () => Promise<void>) {
    setIsBusy(true);
    setFault(null);
    try {
      await work();
    } catch (error) {
      // Somebody has paid it meanwhile: the page shows it.
      if (!ApiError.is(error, 'nothing_due')) setFault(faultOf(error) ?? { code: 'unavailable' });
    }
    setIsBusy(false);
    onChanged();
  }

  useEffect(() => {
    if (!paymentId || asked.current === paymentId) return;
    asked.current = paymentId;
    setParameters({}, { replace: true });
    if (wasLeft) {
      setFault({ code: 'left' });
      return;
    }
    void perform(async () => {
      tell((await api.orders.confirmBalance(order.id, paymentId, orderKey(token))).payment);
    });
  });

  function pay({ provider, method }: PaymentWay) {
    const address = `${window.location.origin}${links.order(order.id)}`;
    void perform(async () => {
      const { payment } = await api.orders.payBalance(order.id, {
        ...{ ...orderKey(token), provider, returnUrl: address, cancelUrl: `${address}?left=1` },
        ...(method === null ? {} : { method }),
      });
      if (payment.redirectUrl) window.location.assign(payment.redirectUrl);
      else tell(payment);
    });
  }

  return { isBusy, fault, told, pay };
}
