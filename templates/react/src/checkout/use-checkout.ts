import { useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { useCart } from '../cart/cart-context.ts';
import type { CartKey } from '../cart/cart-state.ts';
import { links } from '../catalog/links.ts';
import type { Cart } from '../headlesspro/storefront.js';
import { formatMoney } from '../money/format-money.ts';
import { usePreferences } from '../preferences/preferences-context.ts';
import { useStore } from '../store/store-context.ts';
import { type AddressField, addressInput, isSameAddress } from './address-draft.ts';
import { type CheckoutDraft, checkoutDraft } from './checkout-draft.ts';
import type { FieldProblem } from './field-problems.ts';
import {
  addressProblems,
  emailProblems,
  refusedFields,
  savedProblems,
  typedProblems,
} from './find-problems.ts';
import { completeCart, faultOf, type PaymentFault, startPayment } from './pay.ts';
import type { PaymentWay } from './payment-ways.ts';
import { saveGiftMessage } from './save-gift-message.ts';
import { useFinish } from './use-finish.ts';
import { useSavedDraft } from './use-saved-draft.ts';

type AddressName = 'shippingAddress' | 'billingAddress';
const draftOf = { shippingAddress: 'shipping', billingAddress: 'billing' } as const;

export interface Checkout {
  readonly draft: CheckoutDraft;
  readonly problems: readonly FieldProblem[];
  /** How often it was tried to pay: with each, the focus goes to what is wrong. */
  readonly attempt: number;
  readonly isBusy: boolean;
  readonly fault: PaymentFault | null;
  /** What the shopper must know before pressing again. */
  readonly notice: string;
  readonly change: (changes: Partial<CheckoutDraft>) => void;
  readonly changeAddress: (name: AddressName, field: AddressField, value: string) => void;
  readonly leaveEmail: () => void;
  readonly leaveAddress: (name: AddressName) => void;
  readonly solved: (pointer: string) => void;
  readonly pay: (way: PaymentWay | undefined) => void;
}

/**
 * The checkout of a cart, from what is typed to the payment. What is typed is saved on the platform as soon as it is
 * right, so that prices are the real ones before anything is paid.
 */
export function useCheckout(cart: Cart, key: CartKey, needsShipping: boolean): Checkout {
  const { api, channel } = useStore();
  const { locale, texts } = usePreferences();
  const { session } = useCart();
  const navigate = useNavigate();
  const finish = useFinish();
  const initial = useMemo(() => checkoutDraft(cart, channel.defaultCountry ?? ''), [cart, channel]);
  const [draft, setDraft] = useSavedDraft(initial);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [isBusy, setIsBusy] = useState(false);
  const [notice, setNotice] = useState('');
  const [fault, setFault] = useArrivalFault();
  const busy = useRef(false);
  const checked = useRef<Record<AddressName, string>>({ shippingAddress: '', billingAddress: '' });

  // Back from the payment page by the browser's own button: the page is as it was left, and must be usable again.
  useEffect(() => {
    const onShow = ({ persisted }: PageTransitionEvent) => {
      if (!persisted) return;
      busy.current = false;
      setIsBusy(false);
      void session.refresh();
    };
    window.addEventListener('pageshow', onShow);
    return () => window.removeEventListener('pageshow', onShow);
  }, [session]);

  const solved = (pointer: string) =>
    setProblems((before) => before.filter((problem) => problem.pointer !== pointer));

  /** Nothing that is saved on the way is worth an alarm: it is saved again, with everything, before paying. */
  const saveQuietly = (settings: Parameters<typeof api.checkout.carts.update>[1]) =>
    session
      .perform(({ cartId, cartToken }) => api.checkout.carts.update(cartId, { ...settings, cartToken }))
      .catch((error: unknown) => setProblems((before) => [...before, ...(refusedFields(error) ?? [])]));

  async function leaveAddress(name: AddressName) {
    const typed = draft[draftOf[name]];
    const state = JSON.stringify(typed);
    if (checked.current[name] === state) return;
    checked.current[name] = state;
    const found = await addressProblems(api, typed, name);
    const isOfAddress = ({ pointer }: FieldProblem) => pointer.startsWith(`/${name}/`);
    // What is empty is only asked for when somebody wants to pay.
    const told = found.filter(({ code }) => attempt > 0 || code !== 'missing_field');
    setProblems((before) => [...before.filter((problem) => !isOfAddress(problem)), ...told]);
    if (found.length > 0 || isSameAddress(typed, cart[name])) return;
    await saveQuietly({ [name]: addressInput(typed) });
  }

  async function saveAll(): Promise<Cart> {
    const address = addressInput(draft.shipping);
    const billing = !needsShipping || !draft.isBillingSame ? addressInput(draft.billing) : address;
    const saved = await session.perform(({ cartId, cartToken }) =>
      api.checkout.carts.update(cartId, {
        ...{ cartToken, email: draft.email.trim(), note: draft.note.trim() || null },
        ...{ billingAddress: billing, ...(needsShipping && { shippingAddress: address }) },
      }),
    );
    return (await saveGiftMessage(api, session, saved, draft.giftMessage.trim() || null)) ?? saved;
  }

  /** Everything up to the payment. Gives the cart as it will be paid, or what is wrong. */
  async function prepare(way: PaymentWay | undefined): Promise<Cart | readonly FieldProblem[]> {
    const isFree = cart.totals.total.gross.amount === 0;
    const choices: FieldProblem[] = [
      ...(needsShipping && !cart.shippingMethod
        ? [{ pointer: '/shippingMethod', code: 'shipping_method_missing', message: '' }]
        : []),
      ...(!isFree && !way ? [{ pointer: '/payment', code: 'payment_missing', message: '' }] : []),
    ];
    const typed = [...(await typedProblems(api, draft, needsShipping)), ...choices];
    if (typed.length > 0) return typed;
    const saved = await saveAll();
    const remaining = await savedProblems(api, key);
    return remaining.length > 0 ? remaining : saved;
  }

  async function payNow(way: PaymentWay | undefined): Promise<'stays' | 'leaves'> {
    const prepared = await prepare(way);
    if (!('id' in prepared)) {
      setProblems(prepared);
      setAttempt((count) => count + 1);
      return 'stays';
    }
    const [shown, total] = [cart.totals.total.gross, prepared.totals.total.gross];
    if (shown.amount !== total.amount) {
      setNotice(texts.checkout.totalChanged(formatMoney(shown, locale), formatMoney(total, locale)));
      return 'stays';
    }
    const paymentId = total.amount === 0 || !way ? undefined : await begin(way);
    if (paymentId === 'leaves') return 'leaves';
    const completion = await completeCart(api, key, paymentId);
    if (completion.kind === 'ordered') {
      await finish(completion.completed.order.id, key, way?.key ?? null);
      return 'leaves';
    }
    if (completion.kind === 'failed') {
      setFault(completion.fault);
      void session.refresh();
      return 'stays';
    }
    // Not decided yet, or nobody answered: the page that one returns to asks until it is known.
    await navigate(`${links.checkoutReturn}?payment_id=${paymentId ?? ''}`);
    return 'leaves';
  }

  /** Gives the payment to complete with, unless the shopper is on the way to the provider's page. */
  async function begin({ provider, method, key: name }: PaymentWay): Promise<string | 'leaves' | undefined> {
    setDraft((before) => ({ ...before, payment: name }));
    const { origin } = window.location;
    const started = await startPayment(
      api,
      key,
      { provider, method },
      {
        returnUrl: origin + links.checkoutReturn,
        cancelUrl: `${origin}${links.checkout}?payment=cancelled`,
      },
    );
    if ('paymentId' in started) return started.paymentId;
    const { id, redirectUrl, state } = started.payment;
    if (state !== 'requires_action' || !redirectUrl) return id;
    window.location.assign(redirectUrl);
    return 'leaves';
  }

  async function pay(way: PaymentWay | undefined) {
    if (busy.current) return;
    busy.current = true;
    setIsBusy(true);
    setFault(null);
    setNotice('');
    setProblems([]);
    let outcome: 'stays' | 'leaves' = 'stays';
    try {
      outcome = await payNow(way);
    } catch (error) {
      const refused = refusedFields(error);
      if (refused) {
        setProblems(refused);
        setAttempt((count) => count + 1);
      } else setFault(faultOf(error) ?? { code: 'unreached' });
      void session.refresh();
    }
    if (outcome === 'leaves') return;
    busy.current = false;
    setIsBusy(false);
  }

  return {
    ...{ draft, problems, attempt, isBusy, fault, notice, solved },
    // A browser that fills in a whole address changes many fields before anything is drawn again.
    change: (changes) => setDraft((before) => ({ ...before, ...changes })),
    changeAddress(name, field, value) {
      const part = draftOf[name];
      const isCountry = field === 'country';
      const changed = { [field]: value, ...(isCountry && { region: '' }) };
      setDraft((before) => ({ ...before, [part]: { ...before[part], ...changed } }));
      solved(`/${name}/${field}`);
      // Ways of delivery and taxes follow the country, before the rest of the address is known.
      if (isCountry && name === 'shippingAddress')
        void saveQuietly({ country: value, shippingAddress: null });
    },
    leaveEmail() {
      const found = emailProblems(draft.email).filter(({ code }) => attempt > 0 || code !== 'email_missing');
      setProblems((before) => [...before.filter(({ pointer }) => pointer !== '/email'), ...found]);
      const email = draft.email.trim();
      if (found.length === 0 && email !== '' && email !== cart.email) void saveQuietly({ email });
    },
    leaveAddress: (name) => void leaveAddress(name).catch(() => undefined),
    pay: (way) => void pay(way),
  };
}

/** Why the shopper is here again: a payment that was left, or that did not go through. */
function useArrivalFault() {
  const { state } = useLocation();
  const [parameters, setParameters] = useSearchParams();
  const isCancelled = parameters.get('payment') === 'cancelled';
  const code = isCancelled ? 'left' : faultCode(state);
  const [fault, setFault] = useState<PaymentFault | null>(code === undefined ? null : { code });
  // Told once: a reload, or a link that is shared, starts without it.
  useEffect(() => {
    if (isCancelled) setParameters({}, { replace: true, preventScrollReset: true });
  }, [isCancelled, setParameters]);
  return [fault, setFault] as const;
}

function faultCode(state: unknown): string | undefined {
  const code = typeof state === 'object' && state !== null && 'fault' in state ? state.fault : undefined;
  return typeof code === 'string' ? code : undefined;
}
