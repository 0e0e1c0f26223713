import type { FormEvent, ReactNode } from 'react';
import { useCart } from '../cart/cart-context.ts';
import type { CartKey } from '../cart/cart-state.ts';
import { TextArea, TextField } from '../forms/field.tsx';
import { ProblemSummary } from '../forms/problem-summary.tsx';
import type { Cart } from '../headlesspro/storefront.js';
import { formatMoney } from '../money/format-money.ts';
import { usePreferences } from '../preferences/preferences-context.ts';
import { AddressFields } from './address-fields.tsx';
import styles from './checkout-page.module.css';
import { DeliveryChoice } from './delivery-choice.tsx';
import { fieldId, placeOf, sayProblem } from './field-problems.ts';
import { PaymentChoice } from './payment-choice.tsx';
import { PaymentFaultNotice } from './payment-fault-notice.tsx';
import { usePaymentWays } from './payment-ways.ts';
import { useCheckout } from './use-checkout.ts';
import { useCountries } from './use-countries.ts';

interface CheckoutFormProps {
  readonly cart: Cart;
  readonly cartKey: CartKey;
}

export function CheckoutForm({ cart, cartKey }: CheckoutFormProps) {
  const { locale, texts } = usePreferences();
  const { isSettling } = useCart();
  const words = texts.checkout;
  const needsShipping = cart.lines.some(({ requiresShipping }) => requiresShipping);
  const checkout = useCheckout(cart, cartKey, needsShipping);
  const { draft, problems, change } = checkout;
  const countries = useCountries();
  const buyer = needsShipping && draft.isBillingSame ? draft.shipping : draft.billing;
  const ways = usePaymentWays(cart.currency, buyer.country || null);
  const way = ways.data?.find(({ key }) => key === draft.payment) ?? ways.data?.[0];
  const total = cart.totals.total.gross;
  const isFree = total.amount === 0;

  const countryOf = (pointer: string) => {
    const { country } = pointer.startsWith('/billingAddress') ? draft.billing : draft.shipping;
    return countries.find(({ code }) => code === country)?.name ?? country;
  };
  const say = (pointer: string) => {
    const found = problems.find((problem) => placeOf(problem.pointer) === pointer);
    return found && sayProblem(found, texts, countryOf);
  };
  const places = [...new Set(problems.map(({ pointer }) => placeOf(pointer)))];
  const summed = places.map((pointer) => ({ fieldId: fieldId(pointer), message: say(pointer) ?? '' }));

  const address = (name: 'shippingAddress' | 'billingAddress') => (
    <AddressFields
      name={name}
      draft={name === 'shippingAddress' ? draft.shipping : draft.billing}
      countries={
        name === 'shippingAddress' ? countries.filter(({ isDeliveredTo }) => isDeliveredTo) : countries
      }
      problemOf={say}
      onChange={(field, value) => checkout.changeAddress(name, field, value)}
      onLeave={() => checkout.leaveAddress(name)}
    />
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    checkout.pay(isFree ? undefined : way);
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-busy={checkout.isBusy}>
      <PaymentFaultNotice fault={checkout.fault} />
      <ProblemSummary
        title={words.problemsTitle(summed.length)}
        problems={checkout.attempt > 0 ? summed : []}
        attempt={checkout.attempt}
      />
      <Part title={words.contact}>
        <TextField
          id={fieldId('/email')}
          label={words.email}
          hint={words.emailHint}
          problem={say('/email')}
          type="email"
          inputMode="email"
          autoComplete="email"
          maxLength={255}
          value={draft.email}
          onChange={(event) => {
            change({ email: event.target.value });
            checkout.solved('/email');
          }}
          onBlur={checkout.leaveEmail}
        />
      </Part>
      {needsShipping ? (
        <>
          <Part title={words.deliverTo}>{address('shippingAddress')}</Part>
          <Part title={words.delivery}>
            <DeliveryChoice
              cart={cart}
              problem={say('/shippingMethod')}
              onChosen={() => checkout.solved('/shippingMethod')}
            />
          </Part>
        </>
      ) : (
        <Part title={words.billTo}>{address('billingAddress')}</Part>
      )}
      {!isFree && (
        <Part title={words.payment}>
          <PaymentChoice
            ways={ways.data}
            chosen={way?.key}
            problem={say('/payment')}
            onChoose={(payment) => change({ payment })}
          />
        </Part>
      )}
      {needsShipping && (
        <div className={styles.billing}>
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={draft.isBillingSame}
              onChange={(event) => change({ isBillingSame: event.target.checked })}
            />
            {words.sameAsDelivery}
          </label>
          {!draft.isBillingSame && <Part title={words.billTo}>{address('billingAddress')}</Part>}
        </div>
      )}
      <details className={styles.extras} open={draft.note !== '' || draft.giftMessage !== '' || undefined}>
        <summary>{words.extras}</summary>
        <div className={styles.fields}>
          {needsShipping && (
            <TextArea
              id="gift-message"
              label={words.giftMessage}
              hint={words.giftMessageHint}
              isOptional
              maxLength={500}
              value={draft.giftMessage}
              onChange={(event) => change({ giftMessage: event.target.value })}
            />
          )}
          <TextArea
            id="note"
            label={words.note}
            isOptional
            maxLength={2000}
            value={draft.note}
            onChange={(event) => change({ note: event.target.value })}
          />
        </div>
      </details>
      <div className={styles.end}>
        {checkout.notice && (
          <p className={styles.notice} role="alert">
            {checkout.notice}
          </p>
        )}
        {ways.status === 'failed' && (
          <p className={styles.notice} role="alert">
            {texts.failedShort}{' '}
            <button type="button" className={styles.again} onClick={ways.retry}>
              {texts.retry}
            </button>
          </p>
        )}
        <button
          type="submit"
          className={`button primary ${styles.pay}`}
          aria-disabled={checkout.isBusy || isSettling}
          data-busy={checkout.isBusy}
        >
          {checkout.isBusy
            ? words.paying
            : isFree
              ? words.orderFree
              : way?.kind === 'manual'
                ? words.orderNow
                : words.pay(formatMoney(total, locale))}
        </button>
        {!isFree && way && way.kind !== 'manual' && <p className={styles.fine}>{words.leadsToProvider}</p>}
      </div>
    </form>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
