import type { TimelineEntry } from '../headlesspro/storefront.js';
import { usePreferences } from '../preferences/preferences-context.ts';
import { formatMoment } from './format-date.ts';
import styles from './order.module.css';

/** What happened, latest first. What this storefront has no words for, a note say, is told as it was written. */
export function OrderHistory({ timeline }: { readonly timeline: readonly TimelineEntry[] }) {
  const { locale, texts } = usePreferences();
  const words: Readonly<Record<string, string>> = texts.orders.events;
  if (timeline.length === 0) return null;
  return (
    <details className={`${styles.card} ${styles.noPrint}`}>
      <summary>
        <h2 className={styles.foldTitle}>{texts.orders.history}</h2>
      </summary>
      <ol className={styles.history}>
        {timeline.map(({ id, createdAt, type, message, reason }) => (
          <li key={id}>
            <time className={styles.small} dateTime={createdAt}>
              {formatMoment(createdAt, locale)}
            </time>
            <p>{words[type] ?? message}</p>
            {reason && <p className={styles.small}>{texts.orders.because(reason)}</p>}
          </li>
        ))}
      </ol>
    </details>
  );
}
