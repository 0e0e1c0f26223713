import type { Static } from 'typebox';
import type { Context } from '../../../context/context.ts';
import { catalogProblems } from '../../../contract/catalog/index.ts';
import type { AddressInput } from '../../../contract/checkout/addresses.ts';
import { checkoutProblems } from '../../../contract/checkout/index.ts';
import type { CustomerOperations } from '../../../contract/customers/index.ts';
import type { InputOf } from '../../../contract/operation.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { unknownName } from '../../../validation/index.ts';
import { addressBook, addressBookFaults, type GivenAddress } from './address-book.ts';
import type { CustomerAddress, StoredCustomer } from './stored-customer.ts';

export type Settings = Omit<
  InputOf<CustomerOperations['customers.customers.update']>,
  'customerId' | 'email'
>;
type AddressFields = Static<typeof AddressInput>;

function requireKnown(value: string, what: string, all: readonly string[], pointer: string): void {
  if (all.includes(value)) return;
  const message = unknownName(value, what, all);
  throw problem(catalogProblems.unknownSetting, { detail: message, errors: [{ pointer, message }] });
}

/** An address of the list, checked by the rules that carts are checked by. */
async function checkedAddress(
  context: Context,
  {
    id,
    isDefaultShipping = false,
    isDefaultBilling = false,
    ...address
  }: NonNullable<Settings['addresses']>[number],
  index: number,
): Promise<GivenAddress> {
  const validate = operationOf(context, 'checkout.addresses.validate');
  const { problems: faults } = await context.call(validate, { address });
  const [first] = faults;
  if (first) {
    throw problem(checkoutProblems.invalidAddress, {
      detail: first.message,
      errors: faults.map(({ pointer, message }) => ({
        ...{ pointer: pointer.replace('/address', `/addresses/${index}`), message },
      })),
    });
  }
  const text = (name: Exclude<keyof AddressFields, 'country'>) => address[name]?.trim() || null;
  return {
    ...(id === undefined ? {} : { id }),
    ...{ country: address.country, firstName: text('firstName'), lastName: text('lastName') },
    ...{ company: text('company'), phone: text('phone'), city: text('city'), region: text('region') },
    ...{ addressLine1: text('addressLine1'), addressLine2: text('addressLine2') },
    ...{ postalCode: text('postalCode'), isDefaultShipping, isDefaultBilling },
  };
}

async function checkedAddresses(
  context: Context,
  before: readonly CustomerAddress[],
  given: NonNullable<Settings['addresses']>,
): Promise<CustomerAddress[]> {
  const checked: GivenAddress[] = [];
  for (const [index, address] of given.entries()) checked.push(await checkedAddress(context, address, index));
  const errors = addressBookFaults(before, checked);
  const [first] = errors;
  if (first) {
    throw problem(problems.invalidInput, { detail: `${first.pointer} ${first.message}`, errors });
  }
  return addressBook(checked, () => context.ids.next('cadr'));
}

/**
 * What changes of a customer, checked; what is left out is left out.
 * @throws {Problem} `unknown_setting`, `invalid_address` or `invalid_input`.
 */
export async function checkedSettings(
  context: Context,
  before: Pick<StoredCustomer, 'addresses' | 'acceptsMarketing'>,
  { addresses, ...plain }: Settings,
): Promise<Partial<StoredCustomer>> {
  const { config } = context;
  const { locale, customerGroup, acceptsMarketing } = plain;
  const locales = config.locales.map(({ code }) => code);
  if (locale) requireKnown(locale, 'locale', locales, '/locale');
  if (customerGroup) requireKnown(customerGroup, 'customer group', config.customerGroups, '/customerGroup');
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  const isAnswered = acceptsMarketing !== undefined && acceptsMarketing !== before.acceptsMarketing;
  return {
    ...given,
    ...(isAnswered ? { marketingChangedAt: context.clock.now().toISOString() } : {}),
    ...(addresses === undefined
      ? {}
      : { addresses: await checkedAddresses(context, before.addresses, addresses) }),
  };
}
