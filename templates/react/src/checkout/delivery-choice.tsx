import { useEffect, useRef, useState } from 'react';
import { useCart } from '../cart/cart-context.ts';
import { Choice } from '../forms/choice.tsx';
import type { Cart, ShippingOption } from '../headlesspro/storefront.js';
import { useLoaded } from '../loading/use-loaded.ts';
import { formatMoney } from '../money/format-money.ts';
import { usePreferences } from '../preferences/preferences-context.ts';
import { useStore } from '../store/store-context.ts';
import styles from './checkout-page.module.css';
import { fieldId } from './field-problems.ts';

interface DeliveryChoiceProps {
  readonly cart: Cart;
  readonly problem: string | undefined;
  readonly onChosen: () => void;
}

/** The ways to deliver the cart to where it goes, with what each costs and how long it takes. */
export function DeliveryChoice({ cart, problem, onChosen }: DeliveryChoiceProps) {
  const { api } = useStore();
  const { locale, texts } = usePreferences();
  const { session, key } = useCart();
  const { data, status } = useLoaded(`${cart.id} ${cart.version} ${locale}`, async (signal) => {
    if (!key) return [];
    const answer = await api.checkout.carts.listShippingMethods(key.id, { cartToken: key.token }, { signal });
    return answer.methods;
  });
  // What was pressed is shown at once; the cart says the same as soon as the platform has answered.
  const [pressed, setPressed] = useState<string>();
  const choose = (method: string) => {
    setPressed(method);
    return session
      .perform(({ cartId, cartToken }) =>
        api.checkout.carts.chooseShippingMethod(cartId, { cartToken, method }),
      )
      .then(onChosen, () => session.refresh())
      .finally(() => setPressed((last) => (last === method ? undefined : last)));
  };

  // The cheapest that is brought is chosen until the shopper says otherwise: one step less.
  const usual = data?.find(({ kind }) => kind !== 'pickup') ?? data?.[0];
  const tried = useRef('');
  const chosen = cart.shippingMethod?.key;
  const isOffered = data?.some(({ key: method }) => method === chosen);
  useEffect(() => {
    const attempt = `${usual?.key} ${cart.version}`;
    if (status !== 'ready' || isOffered || !usual || tried.current === attempt) return;
    tried.current = attempt;
    void choose(usual.key);
  });

  if (!data) return <div className={`skeleton ${styles.choiceSkeleton}`} aria-hidden="true" />;
  return (
    <fieldset
      id={fieldId('/shippingMethod')}
      tabIndex={-1}
      className={styles.choices}
      aria-describedby={problem ? `${fieldId('/shippingMethod')}-problem` : undefined}
    >
      <legend className="visually-hidden">{texts.checkout.delivery}</legend>
      {data.length === 0 && <p className={styles.none}>{texts.checkout.noDelivery}</p>}
      {data.map((option) => (
        <Choice
          key={option.key}
          id={`delivery-${option.key}`}
          name="delivery"
          label={option.name}
          detail={timeOf(option, texts.checkout, locale)}
          aside={option.price.amount === 0 ? texts.free : formatMoney(option.price, locale)}
          isChosen={(pressed ?? chosen) === option.key}
          onChoose={() => void choose(option.key)}
        />
      ))}
      {problem && (
        <p id={`${fieldId('/shippingMethod')}-problem`} className={styles.problem}>
          {problem}
        </p>
      )}
    </fieldset>
  );
}

interface TimeTexts {
  readonly pickUp: string;
  readonly workingDays: (from: string, to: string) => string;
}

function timeOf({ kind, deliveryDays }: ShippingOption, texts: TimeTexts, locale: string) {
  const number = new Intl.NumberFormat(locale);
  if (deliveryDays)
    return texts.workingDays(number.format(deliveryDays.from), number.format(deliveryDays.to));
  return kind === 'pickup' ? texts.pickUp : undefined;
}
