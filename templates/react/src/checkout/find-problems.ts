import type { CartKey } from '../cart/cart-state.ts';
import { ApiError, type Storefront } from '../headlesspro/storefront.js';
import { type AddressDraft, addressInput } from './address-draft.ts';
import type { CheckoutDraft } from './checkout-draft.ts';
import type { FieldProblem } from './field-problems.ts';

type AddressName = 'shippingAddress' | 'billingAddress';

/** What the country of an address demands and the address does not have, as the platform says. */
export async function addressProblems(
  api: Storefront,
  draft: AddressDraft,
  name: AddressName,
): Promise<FieldProblem[]> {
  const { problems } = await api.checkout.addresses.validate({ address: addressInput(draft) });
  return problems.map(({ pointer, code, message }) => ({
    ...{ pointer: pointer.replace('/address', `/${name}`), code, message },
  }));
}

/** Which addresses are asked for. Where nothing is sent, the billing address says where the customer is. */
export function wantedAddresses(
  draft: CheckoutDraft,
  needsShipping: boolean,
): readonly { readonly name: AddressName; readonly draft: AddressDraft }[] {
  const { shipping, billing, isBillingSame } = draft;
  if (!needsShipping) return [{ name: 'billingAddress', draft: billing }];
  const delivery = { name: 'shippingAddress', draft: shipping } as const;
  return isBillingSame ? [delivery] : [delivery, { name: 'billingAddress', draft: billing }];
}

/**
 * Everything that is wrong with what was typed, before it is saved: both addresses and the e-mail address at once.
 * The e-mail address is checked by the form's own rule; what passes that and is wrong still, the platform refuses.
 */
export async function typedProblems(
  api: Storefront,
  draft: CheckoutDraft,
  needsShipping: boolean,
): Promise<FieldProblem[]> {
  const found = await Promise.all(
    wantedAddresses(draft, needsShipping).map(({ name, draft: typed }) => addressProblems(api, typed, name)),
  );
  return [...emailProblems(draft.email), ...found.flat()];
}

const looksLikeEmail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export function emailProblems(email: string): FieldProblem[] {
  const pointer = '/email';
  if (email.trim() === '') return [{ pointer, code: 'email_missing', message: '' }];
  if (!looksLikeEmail.test(email.trim())) return [{ pointer, code: 'invalid_email', message: '' }];
  return [];
}

/** What stands in the way of buying the cart as it is saved. */
export async function savedProblems(api: Storefront, { id, token }: CartKey): Promise<FieldProblem[]> {
  const { problems } = await api.checkout.carts.validate(id, { cartToken: token });
  return problems.filter(({ blocks }) => blocks !== 'nothing');
}

/** The places in the input that the platform refused; undefined where it failed for another reason. */
export function refusedFields(error: unknown): FieldProblem[] | undefined {
  if (!ApiError.is(error) || error.errors.length === 0) return undefined;
  return error.errors.map(({ pointer, message }) => ({
    ...{ pointer, message, code: pointer === '/email' ? 'invalid_email' : '' },
  }));
}
