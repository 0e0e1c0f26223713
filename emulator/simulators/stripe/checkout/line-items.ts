import { newId } from '../ids.ts';
import { findOrRefuse } from '../objects/resource.ts';
import type { Work } from '../objects/work.ts';
import { currency } from '../parameters/common.ts';
import { integer, list, metadata, required, shape, text, type ValueOf } from '../parameters/parameter.ts';
import { badRequest, notSimulated } from '../stripe-error.ts';
import { checkoutSessions, type LineItem } from './checkout-session.ts';

const priceData = shape({
  currency: required(currency),
  unit_amount: required(integer({ min: 0, max: 99_999_999 })),
  product_data: required(
    shape({ name: required(text()), description: text(), images: list(text()), metadata: metadata() }),
  ),
});

export const lineItems = list(
  shape({ price: text(), price_data: priceData, quantity: integer({ min: 1, max: 999_999 }) }),
);

type GivenItem = ValueOf<typeof lineItems>[number];

function toLineItem({ price, price_data, quantity = 1 }: GivenItem, place: number, now: number): LineItem {
  if (price !== undefined) {
    throw notSimulated(
      `No such price: '${price}'`,
      `line_items[${place}][price]`,
      `line_items[${place}][price]`,
    );
  }
  if (!price_data) {
    throw badRequest('Line items must have either `price` or `price_data`.', {
      code: 'parameter_missing',
      param: `line_items[${place}]`,
    });
  }
  const { unit_amount, product_data } = price_data;
  const amount = unit_amount * quantity;
  return {
    ...{ id: newId('li_1'), object: 'item', amount_discount: 0, amount_subtotal: amount, amount_tax: 0 },
    ...{ amount_total: amount, currency: price_data.currency, description: product_data.name },
    price: {
      ...{ id: newId('price_1'), object: 'price', active: false, billing_scheme: 'per_unit', created: now },
      ...{ currency: price_data.currency, livemode: false, metadata: {}, product: newId('prod_', 14) },
      ...{ type: 'one_time', unit_amount, unit_amount_decimal: String(unit_amount) },
    },
    quantity,
  };
}

/** What is bought, in one currency. */
export function toLineItems(given: readonly GivenItem[], now: number): LineItem[] {
  const items = given.map((item, place) => toLineItem(item, place, now));
  if (new Set(items.map((item) => item.currency)).size > 1) {
    throw badRequest('All line items must have the same currency.', { param: 'line_items' });
  }
  return items;
}

/** The list that `line_items` of a session stands for. */
export async function lineItemsOf(work: Work, id: string): Promise<object> {
  const { hidden } = await findOrRefuse(work, checkoutSessions, id);
  const url = `/v1/checkout/sessions/${id}/line_items`;
  return { object: 'list', url, has_more: false, data: hidden.lineItems };
}
