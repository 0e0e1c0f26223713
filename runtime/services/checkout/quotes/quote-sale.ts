import type { Context } from '../../../context/context.ts';
import type { CheckoutOperations } from '../../../contract/checkout/index.ts';
import type { InputOf, OutputOf } from '../../../contract/operation.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { completeAddress } from '../addresses/check-address.ts';
import type { AgreedTerms } from '../carts/agreed-terms.ts';
import { cartProblems } from '../carts/cart-problems.ts';
import { type SettingsInput, validSettings } from '../carts/cart-settings.ts';
import { placeOf } from '../carts/create-cart.ts';
import { emptyCart } from '../carts/empty-cart.ts';
import { evaluateCart } from '../carts/evaluate-cart.ts';
import { presentCart } from '../carts/present-cart.ts';
import type { StoredCart, StoredLine } from '../carts/stored-cart.ts';
import type { CheckoutPorts } from '../ports.ts';
import { normalizedCode } from '../promotions/collections.ts';

type Calculate = CheckoutOperations['checkout.quotes.calculate'];
type QuoteInput = InputOf<Calculate>;

function lineOf(context: Context, { agreed, ...line }: QuoteInput['lines'][number]): StoredLine {
  const { id = context.ids.next('line'), variantId, quantity, customData = [], giftMessage = null } = line;
  return {
    ...{ id, variantId, quantity, customData: [...customData], giftMessage },
    remembered: {
      ...{ productId: null, title: agreed?.title ?? variantId, variantTitle: '', sku: null, imageUrl: null },
    },
  };
}

/** What carts are told by their settings. Addresses are looked at with everything else. */
function settingsOf({
  channel: _channel,
  currency: _currency,
  lines: _lines,
  codes: _codes,
  shippingAddress: _shippingAddress,
  billingAddress: _billingAddress,
  shippingMethod: _shippingMethod,
  agreedShipping: _agreedShipping,
  granted: _granted,
  keepsTaxRates: _keepsTaxRates,
  ...settings
}: QuoteInput): SettingsInput {
  return settings;
}

/** A cart that nobody keeps, with what is given put into it. */
async function draftCart(context: Context, input: QuoteInput): Promise<StoredCart> {
  const now = context.clock.now().toISOString();
  return {
    ...{ ...emptyCart, id: 'quote', version: 0, createdAt: now, updatedAt: now, tokenDigest: '' },
    ...placeOf(context, input),
    ...(await validSettings(context, settingsOf(input))),
    lines: input.lines.map((line) => lineOf(context, line)),
    codes: (input.codes ?? []).map(normalizedCode),
    shippingAddress: input.shippingAddress ? completeAddress(input.shippingAddress) : null,
    billingAddress: input.billingAddress ? completeAddress(input.billingAddress) : null,
    shippingMethod: input.shippingMethod ?? null,
  };
}

function termsOf(input: QuoteInput, { lines, currency }: StoredCart): AgreedTerms {
  const { agreedShipping = null, granted = null, keepsTaxRates = true } = input;
  return {
    lines: new Map(
      input.lines.flatMap(({ agreed }, index) => {
        const id = lines[index]?.id;
        if (!agreed || id === undefined) return [];
        const { unitPrice, title: _title, reserved = agreed.quantity, tax, ...terms } = agreed;
        return [[id, { ...terms, reserved, tax, unitAmount: unitPrice.amount, currency }]];
      }),
    ),
    shipping: agreedShipping
      ? {
          method: agreedShipping,
          ...{ amount: agreedShipping.price.amount, deliveryDays: agreedShipping.deliveryDays },
        }
      : undefined,
    granted: granted
      ? { discounts: granted.discounts, at: new Date(granted.grantedAt).toISOString() }
      : undefined,
    keepsTaxRates,
  };
}

/** What was agreed on in another currency says nothing here. Throws `invalid_input`. */
function requireCurrency({ lines, agreedShipping, granted }: QuoteInput, { currency }: StoredCart): void {
  const amounts = [
    ...lines.map(({ agreed }, index) => [`/lines/${index}/agreed/unitPrice`, agreed?.unitPrice] as const),
    ...[['/agreedShipping/price', agreedShipping?.price] as const],
    ...(granted?.discounts ?? []).map(
      ({ amount }, index) => [`/granted/discounts/${index}/amount`, amount] as const,
    ),
  ];
  const errors = amounts.flatMap(([pointer, money]) =>
    money && money.currency !== currency
      ? [{ pointer: `${pointer}/currency`, message: `must be ${currency}.` }]
      : [],
  );
  const [first] = errors;
  if (first) throw problem(problems.invalidInput, { detail: `${first.pointer} ${first.message}`, errors });
}

/** What nobody has said is no problem of a quote: it is not sold by it. */
const unsaid = ['email_missing', 'shipping_address_missing', 'billing_address_missing'];

/** What a sale would cost, by the very rules of carts. */
export async function quoteSale(
  context: Context,
  input: QuoteInput,
  ports: CheckoutPorts,
): Promise<OutputOf<Calculate>> {
  const cart = await draftCart(context, input);
  requireCurrency(input, cart);
  const evaluated = await evaluateCart(context, cart, ports, { terms: termsOf(input, cart) });
  const { currency, lines, codes, discounts, shippingMethod, totals } = presentCart(evaluated);
  const found = await cartProblems(evaluated);
  return {
    ...{ currency, lines, codes, discounts, shippingMethod, totals },
    problems: found.filter(({ code }) => !unsaid.includes(code)),
  };
}
