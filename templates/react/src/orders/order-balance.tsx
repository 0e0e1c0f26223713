import { type FormEvent, useState } from 'react';
import { PaymentChoice } from '../checkout/payment-choice.tsx';
import { PaymentFaultNotice } from '../checkout/payment-fault-notice.tsx';
import { usePaymentWays } from '../checkout/payment-ways.ts';
import type { Order } from '../headlesspro/storefront.js';
import { formatMoney } from '../money/format-money.ts';
import { usePreferences } from '../preferences/preferences-context.ts';
import { amountDue } from './amount-due.ts';
import styles from './order.module.css';
import { useBalancePayment } from './use-balance-payment.ts';

interface OrderBalanceProps {
  readonly order: Order;
  readonly token: string | null;
  readonly onChanged: () => void;
}

/** What is still to be paid of an order that has become dearer, and the way to pay it. */
export function OrderBalance({ order, token, onChanged }: OrderBalanceProps) {
  const { locale, texts } = usePreferences();
  const words = texts.orders.balance;
  const [chosen, setChosen] = useState('');
  const country = (order.billingAddress ?? order.shippingAddress)?.country ?? null;
  const ways = usePaymentWays(order.currency, country);
  const way = ways.data?.find(({ key }) => key === chosen) ?? ways.data?.[0];
  const { isBusy, fault, told, pay } = useBalancePayment(order, token, onChanged);
  const due = amountDue(order);
  const amount = formatMoney({ amount: due, currency: order.currency }, locale);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (way) pay(way);
  }

  return (
    <>
      <p className={told ? styles.good : 'visually-hidden'} role="status">
        {told === 'made' && words.made}
        {told === 'waiting' && words.waiting}
      </p>
      <PaymentFaultNotice fault={fault} />
      {due > 0 && told !== 'made' && (
        <form
          className={`${styles.card} ${styles.noPrint}`}
          aria-labelledby="balance-title"
          aria-busy={isBusy}
          onSubmit={submit}
        >
          <h2 id="balance-title">{words.title(amount)}</h2>
          <p>{words.text}</p>
          <PaymentChoice ways={ways.data} chosen={way?.key} problem={undefined} onChoose={setChosen} />
          <p>
            <button type="submit" className="button primary" disabled={isBusy || !way}>
              {isBusy ? words.paying : words.pay(amount)}
            </button>
          </p>
        </form>
      )}
    </>
  );
}
