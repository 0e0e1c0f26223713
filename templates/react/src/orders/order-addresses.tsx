import type { Order } from '../headlesspro/storefront.js';
import { usePreferences } from '../preferences/preferences-context.ts';
import { AddressText } from './address-text.tsx';
import styles from './order.module.css';

/** Where it goes, how, and who pays. */
export function OrderAddresses({ order }: { readonly order: Order }) {
  const { texts } = usePreferences();
  const { shippingAddress, billingAddress, shippingMethod, payments } = order;
  // What is paid outside the shop counts as authorized from the start, and has yet to arrive.
  const isAwaited =
    order.paymentState === 'authorized' && payments.every(({ provider }) => provider === 'manual');
  const paymentState = isAwaited ? 'pending' : order.paymentState;
  const states: Readonly<Record<string, string>> = texts.orders.paymentStates;
  return (
    <section className={`${styles.card} ${styles.addresses}`}>
      {shippingAddress && (
        <div>
          <h2>{texts.orders.deliveredTo}</h2>
          <AddressText address={shippingAddress} />
          {shippingMethod && <p className={styles.small}>{shippingMethod.name}</p>}
        </div>
      )}
      {billingAddress && (
        <div>
          <h2>{texts.orders.billedTo}</h2>
          <AddressText address={billingAddress} />
        </div>
      )}
      <div>
        <h2>{texts.orders.payment}</h2>
        <p>{states[paymentState] ?? paymentState}</p>
      </div>
    </section>
  );
}
