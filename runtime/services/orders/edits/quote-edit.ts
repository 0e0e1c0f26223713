import type { Context } from '../../../context/context.ts';
import type { CheckoutOperations } from '../../../contract/checkout/index.ts';
import type { InputOf, OutputOf } from '../../../contract/operation.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import type { OrderLine, StoredOrder } from '../orders/stored-order.ts';
import type { WantedLine } from './wanted-lines.ts';

type Calculate = CheckoutOperations['checkout.quotes.calculate'];
type QuoteLine = InputOf<Calculate>['lines'][number];
export type SaleQuote = OutputOf<Calculate>;

/** Where it goes and how, and what of that is as it was agreed on. */
export interface EditTerms {
  readonly shippingAddress: StoredOrder['shippingAddress'];
  readonly shippingMethod: string | null;
  /** Delivery at the price that it was bought for; null prices it anew, or needs none. */
  readonly agreedShipping: StoredOrder['shippingMethod'];
  readonly keepsTaxRates: boolean;
  /** Prices that units that come were promised at, by the pointer of their line. */
  readonly promised: ReadonlyMap<string, NonNullable<QuoteLine['agreed']>>;
}

export interface QuotedEdit {
  readonly quote: SaleQuote;
  /** Where each line of the quote comes from. */
  readonly pointers: readonly string[];
}

interface Part extends QuoteLine {
  readonly pointer: string;
  /** Of units that come to a line that is there: that line. */
  readonly joins?: OrderLine;
}

function agreedOf({ totals }: StoredOrder, line: OrderLine): NonNullable<QuoteLine['agreed']> {
  const { quantity, unitPrice, includesTax, priceReason, title, requiresShipping, taxRate: rate } = line;
  const name = totals.taxes.find((tax) => tax.rate === rate)?.name ?? null;
  return {
    ...{ quantity, unitPrice, includesTax, priceReason, title, requiresShipping, tax: { name, rate } },
  };
}

/** Lines as they are asked about: units that come to a line stand apart, at the price of now. */
function partsOf(
  context: Context,
  order: StoredOrder,
  wanted: readonly WantedLine[],
  promised: EditTerms['promised'],
): Part[] {
  return wanted.flatMap(({ line, variantId, kept, added, customData, giftMessage, pointer }): Part[] => {
    const facts = { variantId, customData, giftMessage, pointer };
    const agreed = promised.get(pointer);
    return [
      ...(line ? [{ ...facts, id: line.id, quantity: kept, agreed: agreedOf(order, line) }] : []),
      ...(added > 0
        ? [
            {
              ...{ ...facts, id: context.ids.next('line'), quantity: added },
              ...(line ? { joins: line } : {}),
              ...(agreed ? { agreed } : {}),
            },
          ]
        : []),
    ];
  });
}

async function ask(
  context: Context,
  order: StoredOrder,
  parts: readonly Part[],
  terms: EditTerms,
): Promise<SaleQuote> {
  const { config } = context;
  const { channel, currency, locale, country, customerGroup, isTaxExempt } = order;
  // What the config no longer has, of an order from elsewhere say, is left out: nothing that stays depends on it.
  return context.call(operationOf(context, 'checkout.quotes.calculate'), {
    ...(config.channels.some(({ key }) => key === channel) ? { channel } : {}),
    ...(config.locales.some(({ code }) => code === locale) ? { locale } : {}),
    ...(customerGroup !== null && config.customerGroups.includes(customerGroup) ? { customerGroup } : {}),
    ...{ currency, country, isTaxExempt, shippingAddress: terms.shippingAddress },
    ...{ shippingMethod: terms.shippingMethod, keepsTaxRates: terms.keepsTaxRates },
    agreedShipping: terms.agreedShipping,
    granted: { discounts: order.discounts, grantedAt: order.placedAt },
    lines: parts.map(({ pointer: _pointer, joins: _joins, ...line }) => line),
  });
}

/** Units that come at the very price of their line become part of it. */
function joinedParts(parts: readonly Part[], { lines }: SaleQuote): Part[] {
  const joining = parts.flatMap(({ joins, quantity }, index) => {
    const quoted = lines[index];
    const isSame =
      joins &&
      quoted?.problems.length === 0 &&
      quoted.unitPrice?.amount === joins.unitPrice.amount &&
      quoted.includesTax === joins.includesTax;
    return isSame ? [{ index, lineId: joins.id, quantity }] : [];
  });
  return parts.flatMap((part, index) => {
    if (joining.some((found) => found.index === index)) return [];
    const more = joining.find(({ lineId }) => lineId === part.id);
    return [more ? { ...part, quantity: part.quantity + more.quantity } : part];
  });
}

/** What an order would come to with the lines that are wanted. */
export async function quoteEdit(
  context: Context,
  order: StoredOrder,
  wanted: readonly WantedLine[],
  terms: EditTerms,
): Promise<QuotedEdit> {
  const parts = partsOf(context, order, wanted, terms.promised);
  const quote = await ask(context, order, parts, terms);
  const joined = joinedParts(parts, quote);
  const pointers = joined.map(({ pointer }) => pointer);
  if (joined.length === parts.length) return { quote, pointers };
  return { quote: await ask(context, order, joined, terms), pointers };
}
