import type { Static } from 'typebox';
import type { Context } from '../../../context/context.ts';
import type { AddressInput } from '../../../contract/checkout/addresses.ts';
import { checkoutProblems } from '../../../contract/checkout/index.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import { problem } from '../../../contract/problem.ts';
import type { Order } from './stored-order.ts';

/**
 * An address that an order may have, checked by the rules that carts are checked by.
 * @throws {Problem} `invalid_address`, naming every field.
 */
export async function checkedAddress(
  context: Pick<Context, 'call' | 'contract'>,
  pointer: string,
  address: Static<typeof AddressInput>,
): Promise<NonNullable<Order['shippingAddress']>> {
  const validate = operationOf(context, 'checkout.addresses.validate');
  const { problems } = await context.call(validate, { address });
  const [first] = problems;
  if (first) {
    throw problem(checkoutProblems.invalidAddress, {
      detail: first.message,
      errors: problems.map(({ pointer: field, message }) => ({
        ...{ pointer: field.replace('/address', pointer), message },
      })),
    });
  }
  const text = (value: string | null | undefined) => value?.trim() || null;
  return {
    country: address.country,
    ...{
      firstName: text(address.firstName),
      lastName: text(address.lastName),
      company: text(address.company),
    },
    ...{ addressLine1: text(address.addressLine1), addressLine2: text(address.addressLine2) },
    ...{ city: text(address.city), region: text(address.region), postalCode: text(address.postalCode) },
    phone: text(address.phone),
  };
}
