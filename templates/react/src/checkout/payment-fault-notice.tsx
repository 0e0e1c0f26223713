import { useEffect, useRef } from 'react';
import { usePreferences } from '../preferences/preferences-context.ts';
import styles from './checkout-page.module.css';
import type { PaymentFault } from './pay.ts';

/** Why there is no order yet, and what to do. The focus comes here, so that nobody misses it. */
export function PaymentFaultNotice({ fault }: { readonly fault: PaymentFault | null }) {
  const { texts } = usePreferences();
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (fault) section.current?.focus();
  }, [fault]);
  if (!fault) return null;
  const { checkout } = texts;
  const words: Readonly<Record<string, string>> = checkout.failures;
  const isLeft = fault.code === 'left';
  return (
    <section
      ref={section}
      className={styles.fault}
      data-kind={isLeft ? 'note' : 'error'}
      tabIndex={-1}
      aria-labelledby="fault-title"
    >
      <h2 id="fault-title">{isLeft ? checkout.cancelledTitle : checkout.failedTitle}</h2>
      <p>{isLeft ? checkout.cancelledText : (words[fault.code] ?? checkout.failures.other)}</p>
    </section>
  );
}
