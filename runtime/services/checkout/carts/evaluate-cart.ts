import type { Context } from '../../../context/context.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import type { CheckoutPorts } from '../ports.ts';
import { type Promotion, promotions } from '../promotions/collections.ts';
import { customerIdentity } from '../promotions/customer-identity.ts';
import {
  type AppliedPromotion,
  evaluatePromotions,
  type RejectedPromotion,
} from '../promotions/evaluate-promotions.ts';
import { grantedPromotions } from '../promotions/granted-promotions.ts';
import { loadPromotions, loadUses } from '../promotions/load-promotions.ts';
import type { DiscountableLine } from '../promotions/promotion-rule.ts';
import type { Parcel } from '../shipping/rate-provider.ts';
import { type ShippingOffer, shippingOffer } from '../shipping/shipping-options.ts';
import type { ItemTax, TaxableItem } from '../taxes/tax-engine.ts';
import { agreedTaxes } from './agreed-taxes.ts';
import { type AgreedTerms, nothingAgreed } from './agreed-terms.ts';
import { type CartDiscount, cartDiscounts, cartTotals, discountByLine, type Totals } from './cart-totals.ts';
import { type PricedLine, priceLines, unitsByVariant, type VariantQuote } from './price-lines.ts';
import type { StoredCart } from './stored-cart.ts';

/** A cart with everything that follows from what it holds, at the prices and rules of now. */
export interface EvaluatedCart {
  readonly cart: StoredCart;
  readonly quotes: ReadonlyMap<string, VariantQuote>;
  readonly lines: readonly PricedLine[];
  /** By normalized code; undefined where there is no such promotion any more. */
  readonly promotionOfCode: ReadonlyMap<string, Promotion | undefined>;
  readonly rejected: readonly RejectedPromotion[];
  readonly discounts: readonly CartDiscount[];
  readonly parcel: Parcel;
  readonly needsShipping: boolean;
  /** The method chosen; undefined where none is, or where it can't be had. */
  readonly shipping: ShippingOffer | undefined;
  /** Of the lines by their id, and of `shipping`. */
  readonly taxes: readonly ItemTax[];
  readonly totals: Totals;
}

/** The catalog takes no larger quantity; tiers beyond it do not exist. */
const mostQuoted = 1_000_000;

/** Prices, tax classes and stock of all variants of a cart, in one call. */
async function quote(context: Context, cart: StoredCart): Promise<ReadonlyMap<string, VariantQuote>> {
  const { config } = context;
  const isSoldHere =
    config.currencies.includes(cart.currency) && config.channels.some(({ key }) => key === cart.channel);
  if (cart.lines.length === 0 || !isSoldHere) return new Map();
  const operation = operationOf(context, 'catalog.variants.quote');
  const country = cart.shippingAddress?.country ?? cart.country;
  const { customerGroup, locale } = cart;
  const { quotes } = await context.call(operation, {
    variants: [...unitsByVariant(cart.lines)].map(([variantId, units]) => ({
      variantId,
      quantity: Math.min(units, mostQuoted),
    })),
    ...{ channel: cart.channel, currency: cart.currency },
    ...(config.locales.some(({ code }) => code === locale) ? { locale } : {}),
    ...(country === null ? {} : { country }),
    // A group that the config no longer has gives no prices, and is no reason to lose the cart.
    ...(customerGroup !== null && config.customerGroups.includes(customerGroup) ? { customerGroup } : {}),
  });
  return new Map(quotes.map((found) => [found.variantId, found]));
}

function discountable(lines: readonly PricedLine[]): DiscountableLine[] {
  return lines.flatMap(({ line, quote: found, unitAmount, amount }) =>
    found?.variant && unitAmount !== null
      ? [
          {
            ...{ id: line.id, quantity: line.quantity, amount, productId: found.variant.productId },
            ...{ collectionIds: found.variant.collectionIds, categoryIds: found.variant.categoryIds },
          },
        ]
      : [],
  );
}

interface CartPromotions {
  readonly applied: readonly AppliedPromotion[];
  readonly rejected: readonly RejectedPromotion[];
  readonly byCode: EvaluatedCart['promotionOfCode'];
}

/** The promotions that apply now. */
async function promotionsNow(
  context: Context,
  cart: StoredCart,
  lines: readonly DiscountableLine[],
): Promise<CartPromotions> {
  const { automatic, byCode } = await loadPromotions(context, cart.codes);
  const coded = [...byCode.values()].filter((promotion) => promotion !== undefined);
  const evaluated = evaluatePromotions([...automatic, ...coded], {
    now: context.clock.now().toISOString(),
    ...{ currency: cart.currency, channel: cart.channel, customerGroup: cart.customerGroup, lines },
    uses: await loadUses(context, [...automatic, ...coded], await customerIdentity(context, cart)),
  });
  return { ...evaluated, byCode };
}

/** Those that were granted before, and no others. */
async function promotionsGranted(
  context: Context,
  { currency }: StoredCart,
  lines: readonly PricedLine[],
  granted: NonNullable<AgreedTerms['granted']>,
  agreed: AgreedTerms['lines'],
): Promise<CartPromotions> {
  const ids = granted.discounts.map(({ promotionId }) => promotionId);
  const found = ids.length === 0 ? [] : await context.store.getMany(promotions, ids);
  const known = new Map(discountable(lines).map((line) => [line.id, line]));
  const applied = grantedPromotions(
    granted,
    found.filter((promotion) => promotion !== undefined),
    lines.map(({ line, amount }) => ({
      ...(known.get(line.id) ?? { productId: '', collectionIds: [], categoryIds: [] }),
      ...{ id: line.id, quantity: line.quantity, amount },
      agreedQuantity: agreed.get(line.id)?.quantity ?? 0,
    })),
    currency,
  );
  return { applied, rejected: [], byCode: new Map() };
}

function parcelOf(cart: StoredCart, lines: readonly PricedLine[], goods: number): Parcel {
  const { country, region, postalCode } = cart.shippingAddress ?? {
    ...{ country: cart.country, region: null, postalCode: null },
  };
  const weight = lines.reduce(
    (sum, { line, quote: found }) =>
      found?.variant?.requiresShipping ? sum + found.variant.weightGrams * line.quantity : sum,
    0,
  );
  return { currency: cart.currency, destination: { country, region, postalCode }, weight, goods };
}

function taxableItems(
  lines: readonly PricedLine[],
  off: ReadonlyMap<string, number>,
  shipping: { readonly amount: number; readonly includesTax: boolean } | undefined,
): TaxableItem[] {
  const ofLines = lines.map(
    ({ line, quote: found, amount }): TaxableItem => ({
      ...{ id: line.id, kind: 'line', amount: amount - (off.get(line.id) ?? 0) },
      ...{ includesTax: found?.price?.includesTax ?? false, taxClass: found?.variant?.taxClass ?? null },
    }),
  );
  return shipping ? [...ofLines, { id: 'shipping', kind: 'shipping', ...shipping, taxClass: null }] : ofLines;
}

/** What is known of a cart before it is worked out. */
export interface KnownOfCart {
  /** Of the same lines for the same place, asked for in the same transaction. */
  readonly quotes?: EvaluatedCart['quotes'];
  /** Of what was sold before and is worked out anew. */
  readonly terms?: AgreedTerms;
}

/** Works out a cart: prices, promotions, shipping, taxes, totals, in that order. Nothing is written. */
export async function evaluateCart(
  context: Context,
  cart: StoredCart,
  ports: CheckoutPorts,
  { quotes, terms = nothingAgreed }: KnownOfCart = {},
): Promise<EvaluatedCart> {
  const hasReserved = cart.state === 'checkout' || cart.state === 'completed';
  const quoted = quotes ?? (await quote(context, cart));
  const lines = priceLines(cart.lines, quoted, hasReserved, terms.lines);
  const { applied, rejected, byCode } = terms.granted
    ? await promotionsGranted(context, cart, lines, terms.granted, terms.lines)
    : await promotionsNow(context, cart, discountable(lines));
  const off = discountByLine(applied);
  const goods = lines.reduce((sum, { line, amount }) => sum + amount - (off.get(line.id) ?? 0), 0);
  const parcel = parcelOf(cart, lines, goods);
  const needsShipping = lines.some(
    ({ line, quote: found }) =>
      found?.variant?.requiresShipping ?? terms.lines.get(line.id)?.requiresShipping ?? false,
  );
  const shipping =
    terms.shipping ??
    (needsShipping && cart.shippingMethod !== null
      ? await shippingOffer(context, cart.shippingMethod, parcel, ports)
      : undefined);
  const shippingPrice = shipping?.amount ?? 0;
  const discounts = cartDiscounts(applied, shippingPrice);
  const isFreed = discounts.some(({ target }) => target === 'shipping');
  const taxedShipping = shipping && {
    ...{ amount: isFreed ? 0 : shippingPrice, includesTax: context.config.prices.includeTax },
  };
  const taxesNow = await ports.taxEngine.calculate(
    {
      ...{ currency: cart.currency, destination: parcel.destination, isExempt: cart.isTaxExempt },
      items: taxableItems(lines, off, taxedShipping),
    },
    context,
  );
  const taxes = agreedTaxes(taxesNow, terms, lines, off, cart.isTaxExempt);
  const totals = cartTotals(lines, discounts, shippingPrice, taxes);
  return {
    ...{ cart, quotes: quoted, lines, promotionOfCode: byCode, rejected, discounts },
    ...{ parcel, needsShipping, shipping, taxes, totals },
  };
}
