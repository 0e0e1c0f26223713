import { ApiError, type Cart, type CartLineInput, type Storefront } from '../headlesspro/storefront.js';
import type { SavedValue } from '../store/saved-value.ts';
import { type CartChange, isSuperseded } from './cart-change.ts';
import { cartInCurrency } from './cart-in-currency.ts';
import { type CartKey, type CartPreferences, type CartState, nothing } from './cart-state.ts';
import { priceChanges, pricesOf, type SavedCart } from './saved-cart.ts';

type Work = (key: { readonly cartId: string; readonly cartToken: string }) => PromiseLike<Cart>;

/**
 * The platform's cart of this browser. It is made with the first thing put into it. Changes go to the server one after
 * the other, and what it answers is what is shown; tabs tell each other.
 *
 * A cart can be gone (bought in another tab, or cleared away): then it is forgotten, and the next thing begins a new
 * one. Lines can't be changed while a checkout holds their stock: then the checkout is left first.
 */
export class CartSession {
  readonly #api: Storefront;
  readonly #saved: SavedValue<SavedCart>;
  readonly #listeners = new Set<() => void>();
  readonly #tabs: BroadcastChannel | undefined;
  readonly #onBought: (key: CartKey) => void;
  #preferences: CartPreferences;
  #state: CartState = nothing;
  #queue: Promise<unknown> = Promise.resolve();

  /** `onBought` is told of a cart that became an order without this page: in another tab, or by the provider's notice. */
  constructor(
    api: Storefront,
    saved: SavedValue<SavedCart>,
    preferences: CartPreferences,
    onBought: (key: CartKey) => void,
  ) {
    this.#onBought = onBought;
    this.#api = api;
    this.#saved = saved;
    this.#preferences = preferences;
    this.#tabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(saved.key);
    if (!saved.read()) this.#state = { ...nothing, status: 'ready' };
  }

  readonly getState = (): CartState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Reads the cart, and keeps it in step with other tabs until the function that it gives is called. */
  start(): () => void {
    const refresh = () => void this.refresh();
    const onStorage = ({ key }: StorageEvent) => key === this.#saved.key && refresh();
    const onShow = () => document.visibilityState === 'visible' && refresh();
    window.addEventListener('storage', onStorage);
    document.addEventListener('visibilitychange', onShow);
    this.#tabs?.addEventListener('message', refresh);
    refresh();
    return () => {
      window.removeEventListener('storage', onStorage);
      document.removeEventListener('visibilitychange', onShow);
      this.#tabs?.removeEventListener('message', refresh);
    };
  }

  /** Asks for the cart as it is now. */
  refresh(): Promise<void> {
    return this.#inTurn(async () => {
      const saved = this.#saved.read();
      if (!saved) return this.#set({ ...nothing, status: 'ready', isLost: this.#state.isLost });
      try {
        const cart = await this.#api.checkout.carts.get(saved.id, { cartToken: saved.token });
        if (cart.state === 'completed') this.#bought(saved);
        else this.#accept(cart, saved);
      } catch (error) {
        if (ApiError.is(error, 'not_found')) this.#forget(true);
        // A cart that was read before is better than none.
        else if (this.#state.cart) this.#set({ status: 'ready' });
        else this.#set({ status: 'failed', error: asError(error) });
      }
    });
  }

  add(line: CartLineInput): Promise<boolean> {
    return this.#change({ kind: 'add', quantity: line.quantity ?? 1 }, ({ cartId, cartToken }) =>
      this.#api.checkout.carts.addLines(cartId, { cartToken, lines: [line] }),
    );
  }

  setQuantity(lineId: string, quantity: number): Promise<boolean> {
    return this.#change({ kind: 'quantity', lineId, quantity }, ({ cartId, cartToken }) =>
      this.#api.checkout.carts.updateLine(cartId, lineId, { cartToken, quantity }),
    );
  }

  remove(lineId: string): Promise<boolean> {
    return this.#change({ kind: 'remove', lineId }, ({ cartId, cartToken }) =>
      this.#api.checkout.carts.removeLine(cartId, lineId, { cartToken }),
    );
  }

  /** Anything else that answers the cart. Throws what the API does, for the form that it was filled in with. */
  async perform(work: Work): Promise<Cart> {
    const change: CartChange = { kind: 'other' };
    this.#begin(change);
    return this.#inTurn(async () => {
      try {
        return await this.#done(change, await this.#withCart(work, false));
      } catch (error) {
        this.#end(change, {});
        throw error;
      }
    });
  }

  /** Brings the cart into another language; another currency needs another cart. */
  prefer(preferences: CartPreferences): void {
    this.#preferences = preferences;
    const isRight = () =>
      !this.#state.cart ||
      (this.#state.cart.currency === preferences.currency && this.#state.cart.locale === preferences.locale);
    if (isRight()) return;
    const change: CartChange = { kind: 'other' };
    this.#begin(change);
    void this.#inTurn(async () => {
      const { cart, key } = this.#state;
      if (isRight() || !cart || !key || preferences !== this.#preferences) return this.#end(change, {});
      const { carts } = this.#api.checkout;
      try {
        if (cart.currency === preferences.currency) {
          const { locale } = preferences;
          const changed = await carts.update(cart.id, { cartToken: key.token, locale });
          this.#done(change, changed);
          return;
        }
        const created = await cartInCurrency(this.#api, cart, key.token, preferences);
        this.#begun(created);
        this.#done(change, created.cart);
      } catch (error) {
        this.#end(change, { error: asError(error) });
      }
    });
  }

  /** Goes on with a cart that the platform has given: the customer's, who signed in. */
  take(cart: Cart, token: string): void {
    void this.#inTurn(() => {
      this.#begun({ cart, token });
      const saved = this.#saved.read();
      if (saved) this.#accept(cart, saved);
      this.#tabs?.postMessage('changed');
    });
  }

  /** After it was bought, or its customer has signed out. */
  forget(): void {
    this.#forget(false);
    this.#tabs?.postMessage('changed');
  }

  /** The shopper has seen what changed. */
  acknowledge(): void {
    this.#set({ formerPrices: new Map(), isLost: false, error: null });
  }

  async #change(change: CartChange, work: Work): Promise<boolean> {
    this.#begin(change);
    return this.#inTurn(async () => {
      if (isSuperseded(change, this.#state.changes)) {
        this.#end(change, {});
        return true;
      }
      try {
        this.#done(change, await this.#withCart(work, change.kind === 'add'));
        return true;
      } catch (error) {
        this.#end(change, { error: asError(error) });
        return false;
      }
    });
  }

  /** Does the work with the cart that there is, or with a new one where it is gone and one `mayBegin`. */
  async #withCart(work: Work, mayBegin: boolean): Promise<Cart> {
    const { carts } = this.#api.checkout;
    const saved = this.#saved.read();
    if (!saved) {
      const { id, token } = await this.#newCart();
      return work({ cartId: id, cartToken: token });
    }
    const key = { cartId: saved.id, cartToken: saved.token };
    try {
      return await work(key);
    } catch (error) {
      if (ApiError.is(error, 'cart_state')) {
        const { state } = error.details;
        if (state === 'checkout') await carts.leaveCheckout(saved.id, { cartToken: saved.token });
        else if (state === 'abandoned') await carts.resume(saved.id, { cartToken: saved.token });
        else this.#bought(saved);
        return state === 'completed' && !mayBegin ? Promise.reject(error) : this.#withCart(work, mayBegin);
      }
      if (!ApiError.is(error, 'not_found')) throw error;
      const current = await this.#readAgain(saved);
      // The cart is there: what is gone is the line, removed in another tab.
      if (current) return current;
      this.#forget(!mayBegin);
      if (!mayBegin) throw error;
      return this.#withCart(work, mayBegin);
    }
  }

  async #readAgain({ id, token }: SavedCart): Promise<Cart | null> {
    try {
      return await this.#api.checkout.carts.get(id, { cartToken: token });
    } catch (error) {
      if (ApiError.is(error, 'not_found')) return null;
      throw error;
    }
  }

  /** A new cart; where another tab began one meanwhile, that one. */
  async #newCart(): Promise<CartKey> {
    const { cart, token } = await this.#api.checkout.carts.create({ ...this.#preferences });
    const other = this.#saved.read();
    if (other) return other;
    this.#begun({ cart, token });
    return { id: cart.id, token };
  }

  #begun({ cart, token }: { readonly cart: Cart; readonly token: string }): void {
    this.#saved.write({ id: cart.id, token, prices: {}, clockOffset: this.#state.clockOffset });
  }

  #begin(change: CartChange): void {
    this.#set({ changes: [...this.#state.changes, change], error: null });
  }

  #end(change: CartChange, rest: Partial<CartState>): void {
    this.#set({ ...rest, changes: this.#state.changes.filter((other) => other !== change) });
  }

  #done(change: CartChange, cart: Cart): Cart {
    this.#end(change, {});
    const saved = this.#saved.read();
    // It was written just now, so this is the store's present.
    if (saved) {
      this.#accept(cart, { ...saved, clockOffset: new Date(cart.updatedAt).getTime() - Date.now() });
    }
    this.#tabs?.postMessage('changed');
    return cart;
  }

  #accept(cart: Cart, saved: SavedCart): void {
    const formerPrices = new Map([...this.#state.formerPrices, ...priceChanges(saved.prices, cart)]);
    this.#saved.write({ ...saved, prices: pricesOf(cart) });
    const { id, token, clockOffset } = saved;
    this.#set({ cart, key: { id, token }, status: 'ready', formerPrices, clockOffset });
    this.prefer(this.#preferences);
  }

  #bought({ id, token }: CartKey): void {
    this.#onBought({ id, token });
    this.#forget(false);
  }

  #forget(isLost: boolean): void {
    this.#saved.remove();
    this.#set({ ...nothing, status: 'ready', isLost, changes: this.#state.changes });
  }

  #inTurn<Result>(work: () => Promise<Result> | Result): Promise<Result> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  #set(changed: Partial<CartState>): void {
    this.#state = { ...this.#state, ...changed };
    for (const listener of this.#listeners) listener();
  }
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
