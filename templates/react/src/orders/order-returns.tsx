import { useState } from 'react';
import { Link } from 'react-router';
import { useCart } from '../cart/cart-context.ts';
import { nameOfLine } from '../cart/line-name.ts';
import { links } from '../catalog/links.ts';
import type { Order, Return } from '../headlesspro/storefront.js';
import { formatMoney } from '../money/format-money.ts';
import { usePreferences } from '../preferences/preferences-context.ts';
import { useStore } from '../store/store-context.ts';
import { orderKey } from './load-order.ts';
import styles from './order.module.css';
import { nameOf } from './order-parcels.tsx';
import { ReturnOutcome } from './return-outcome.tsx';
import { returnableUnits } from './returnable-units.ts';

interface OrderReturnsProps {
  readonly order: Order;
  readonly token: string | null;
  readonly returns: readonly Return[];
  readonly onChanged: () => void;
}

/** What goes back, how far that is, and the way to ask for more. */
export function OrderReturns({ order, token, returns, onChanged }: OrderReturnsProps) {
  const { api } = useStore();
  const { locale, texts } = usePreferences();
  const { announce } = useCart();
  const [failedId, setFailedId] = useState('');
  const states: Readonly<Record<string, string>> = texts.orders.returnStates;
  const canAsk = order.lines.some((line) => returnableUnits(line) > 0);
  if (!canAsk && returns.length === 0) return null;

  async function cancel(returnId: string) {
    setFailedId('');
    try {
      await api.orders.returns.cancel(returnId, orderKey(token));
      announce(texts.orders.returnCancelled);
    } catch {
      setFailedId(returnId);
    }
    onChanged();
  }

  return (
    <section className={styles.card} aria-labelledby="returns-title">
      <h2 id="returns-title">{texts.orders.returns}</h2>
      <ul className={styles.parcels}>
        {returns.map(({ id, number, state, lines, exchange, credit, reason }) => (
          <li key={id} className={styles.parcel}>
            <p className={styles.parcelHead}>
              <strong>{texts.orders.return(number)}</strong>
              <span className={styles.badge} data-kind={state}>
                {states[state] ?? state}
              </span>
            </p>
            <ul className={styles.small}>
              {lines.map(({ lineId, quantity }) => (
                <li key={lineId}>
                  {texts.checkout.quantityTimes(new Intl.NumberFormat(locale).format(quantity))}{' '}
                  {nameOf(order, lineId)}
                </li>
              ))}
            </ul>
            {exchange.length > 0 && (
              <>
                <p className={styles.small}>{texts.orders.comesInstead}</p>
                <ul className={styles.small}>
                  {exchange.map((line) => (
                    <li key={line.variantId}>
                      {texts.checkout.quantityTimes(new Intl.NumberFormat(locale).format(line.quantity))}{' '}
                      {nameOfLine(line)}, {formatMoney(line.total.gross, locale)}
                    </li>
                  ))}
                </ul>
              </>
            )}
            {reason && <p className={styles.small}>{texts.orders.because(reason)}</p>}
            {state !== 'declined' && state !== 'cancelled' && (
              <ReturnOutcome isDone={state === 'completed'} credit={credit} exchange={exchange} />
            )}
            {(state === 'requested' || state === 'approved') && (
              <button type="button" className={styles.quiet} onClick={() => void cancel(id)}>
                {texts.orders.cancelReturn}
              </button>
            )}
            {failedId === id && <p role="alert">{texts.failedShort}</p>}
          </li>
        ))}
      </ul>
      {canAsk && (
        <p className={styles.noPrint}>
          <Link className="button" to={links.returnRequest(order.id)}>
            {texts.orders.askReturn}
          </Link>
        </p>
      )}
    </section>
  );
}
