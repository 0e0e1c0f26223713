import { type FormEvent, useId, useState } from 'react';
import { ApiError, type Cart } from '../headlesspro/storefront.js';
import { formatMoney } from '../money/format-money.ts';
import { usePreferences } from '../preferences/preferences-context.ts';
import { useStore } from '../store/store-context.ts';
import { useCart } from './cart-context.ts';
import styles from './code-form.module.css';

/** Enter the code of a promotion, see whether it applies and why not, take it out again. */
export function CodeForm({ cart }: { readonly cart: Cart }) {
  const { texts } = usePreferences();
  const { api } = useStore();
  const { session, announce } = useCart();
  const id = useId();
  const [code, setCode] = useState('');
  const [fault, setFault] = useState('');
  const [isBusy, setIsBusy] = useState(false);

  async function enter(event: FormEvent) {
    event.preventDefault();
    const entered = code.trim();
    if (entered === '' || isBusy) return;
    setIsBusy(true);
    setFault('');
    try {
      const { codes } = await session.perform(({ cartId, cartToken }) =>
        api.checkout.carts.addCode(cartId, { cartToken, code: entered }),
      );
      setCode('');
      const isApplied = codes.some((known) => known.isApplied && isSame(known.code, entered));
      announce(isApplied ? texts.codeApplied(entered) : texts.codeNotApplied(entered));
    } catch (error) {
      setFault(ApiError.is(error, 'unknown_code') ? texts.codeUnknown(entered) : texts.failedShort);
    } finally {
      setIsBusy(false);
    }
  }

  async function takeOut(taken: string) {
    try {
      await session.perform(({ cartId, cartToken }) =>
        api.checkout.carts.removeCode(cartId, { cartToken, code: taken }),
      );
      announce(texts.codeRemoved(taken));
    } catch {
      setFault(texts.failedShort);
    }
  }

  return (
    <div className={styles.codes}>
      <details className={styles.entry} open={cart.codes.length > 0 || undefined}>
        <summary>{texts.haveCode}</summary>
        <form className={styles.form} onSubmit={enter} noValidate>
          <label className="visually-hidden" htmlFor={id}>
            {texts.code}
          </label>
          <input
            id={id}
            className="input"
            value={code}
            placeholder={texts.code}
            autoCapitalize="characters"
            autoComplete="off"
            spellCheck={false}
            maxLength={64}
            aria-invalid={fault !== ''}
            aria-describedby={fault ? `${id}-fault` : undefined}
            onChange={(event) => setCode(event.target.value)}
          />
          <button type="submit" className="button" disabled={isBusy}>
            {texts.applyCode}
          </button>
        </form>
        {fault && (
          <p id={`${id}-fault`} className={styles.fault} role="alert">
            {fault}
          </p>
        )}
      </details>
      {cart.codes.length > 0 && (
        <ul className={styles.list}>
          {cart.codes.map((known) => (
            <li key={known.code} className={styles.code} data-applied={known.isApplied}>
              <span className={styles.name}>{known.code}</span>
              {!known.isApplied && <WhyNot code={known} />}
              <button
                type="button"
                className={styles.remove}
                aria-label={texts.removeCode(known.code)}
                onClick={() => void takeOut(known.code)}
              >
                <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** By the platform's rule, in the visitor's words. */
function WhyNot({ code }: { readonly code: Cart['codes'][number] }) {
  const { locale, texts } = usePreferences();
  const { rule, minimumSubtotal, reason } = code;
  if (minimumSubtotal) {
    return <span className={styles.reason}>{texts.codeNeeds(formatMoney(minimumSubtotal, locale))}</span>;
  }
  const words: Readonly<Record<string, string>> = texts.codeRules;
  return <span className={styles.reason}>{(rule && words[rule]) || reason}</span>;
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
