import type { Fulfilment, Order } from '../headlesspro/storefront.js';
import { usePreferences } from '../preferences/preferences-context.ts';
import { formatDate } from './format-date.ts';
import styles from './order.module.css';
import { orderSteps } from './order-steps.ts';

interface OrderProgressBarProps {
  readonly order: Order;
  readonly fulfilments: readonly Fulfilment[];
}

/** How far the order is. */
export function OrderProgressBar({ order, fulfilments }: OrderProgressBarProps) {
  const { locale, texts } = usePreferences();
  const steps = orderSteps(order, fulfilments);
  const current = steps.findLastIndex(({ at }) => at !== null);
  return (
    <ol className={styles.steps} aria-label={texts.orders.progress}>
      {steps.map(({ name, at }, index) => (
        <li
          key={name}
          className={styles.step}
          data-done={at !== null}
          data-kind={name}
          aria-current={index === current ? 'step' : undefined}
        >
          <span className={styles.stepName}>
            {texts.orders.steps[name]}
            {at !== null && <span className="visually-hidden">, {texts.orders.done}</span>}
          </span>
          <span className={styles.small}>{at ? formatDate(at, locale) : ''}</span>
        </li>
      ))}
    </ol>
  );
}
