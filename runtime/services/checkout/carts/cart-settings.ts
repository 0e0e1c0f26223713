import type { Context } from '../../../context/context.ts';
import { catalogProblems } from '../../../contract/catalog/index.ts';
import { type CheckoutOperations, checkoutProblems } from '../../../contract/checkout/index.ts';
import type { InputOf } from '../../../contract/operation.ts';
import { problem } from '../../../contract/problem.ts';
import { unknownName } from '../../../validation/index.ts';
import { checkedAddress } from '../addresses/check-address.ts';
import type { StoredCart } from './stored-cart.ts';

export type SettingsInput = Omit<
  InputOf<CheckoutOperations['checkout.carts.update']>,
  'cartId' | 'cartToken'
>;

/**
 * A name that the store has.
 * @throws {Problem} `unknown_setting`.
 */
export function knownName(value: string, what: string, all: readonly string[], pointer: string): string {
  if (all.includes(value)) return value;
  const message = unknownName(value, what, all);
  throw problem(catalogProblems.unknownSetting, { detail: message, errors: [{ pointer, message }] });
}

/** Whoever could say which group they belong to would name the one with the lowest prices. */
function refuseIdentity({ actor }: Context, input: SettingsInput): void {
  if (actor.kind !== 'publishable') return;
  const names = ['customerId', 'customerGroup', 'isTaxExempt'] as const;
  const given = names.filter((name) => input[name] !== undefined);
  if (given.length === 0) return;
  throw problem(checkoutProblems.secretKeyNeeded, {
    detail: `A publishable key can not set ${given.join(', ')}.`,
    errors: given.map((name) => ({ pointer: `/${name}`, message: 'is set with a secret key only.' })),
  });
}

/**
 * The settings that whoever asks may give, checked; those left out are left out.
 * @throws {Problem} `unknown_setting`, `secret_key_needed` or `invalid_address`.
 */
export async function checkedSettings(context: Context, input: SettingsInput): Promise<Partial<StoredCart>> {
  refuseIdentity(context, input);
  return validSettings(context, input);
}

/** The same for a caller who may say who the customer is. Throws `unknown_setting` or `invalid_address`. */
export async function validSettings(
  { config }: Pick<Context, 'config'>,
  input: SettingsInput,
): Promise<Partial<StoredCart>> {
  const { locale, customerGroup, shippingAddress, billingAddress, ...plain } = input;
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  if (locale !== undefined) {
    knownName(
      locale,
      'locale',
      config.locales.map(({ code }) => code),
      '/locale',
    );
  }
  if (customerGroup) knownName(customerGroup, 'customer group', config.customerGroups, '/customerGroup');
  const address = async (pointer: string, value: SettingsInput['shippingAddress']) =>
    value ? checkedAddress(pointer, value) : null;
  return {
    ...given,
    ...(locale === undefined ? {} : { locale }),
    ...(customerGroup === undefined ? {} : { customerGroup }),
    ...(shippingAddress === undefined
      ? {}
      : { shippingAddress: await address('/shippingAddress', shippingAddress) }),
    ...(billingAddress === undefined
      ? {}
      : { billingAddress: await address('/billingAddress', billingAddress) }),
  };
}
