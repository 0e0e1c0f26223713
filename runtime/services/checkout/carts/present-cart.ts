import { currencyExponent } from '../../../money/index.ts';
import type { ShippingOffer } from '../shipping/shipping-options.ts';
import { nothing, type TaxedAmount } from '../taxes/tax-of-amount.ts';
import type { EvaluatedCart } from './evaluate-cart.ts';
import type { PricedLine } from './price-lines.ts';
import type { Cart, CartLine } from './stored-cart.ts';

function moneyIn(currency: string) {
  const money = (amount: number) => ({ amount, currency });
  const taxed = ({ net, tax, gross }: TaxedAmount) => ({
    net: money(net),
    tax: money(tax),
    gross: money(gross),
  });
  return { money, taxed };
}

export function presentOffer({ method, amount, deliveryDays }: ShippingOffer, currency: string) {
  const { key, name, kind, locationId } = method;
  return {
    ...{ key, name, kind, locationId, price: { amount, currency } },
    deliveryDays: deliveryDays && { ...deliveryDays },
  };
}

function presentLine(
  { line, quote, unitAmount, amount, problems }: PricedLine,
  evaluated: EvaluatedCart,
): CartLine {
  const { money, taxed } = moneyIn(evaluated.cart.currency);
  const tax = evaluated.taxes.find(({ id }) => id === line.id);
  const price = unitAmount === null ? null : quote?.price;
  const { productId, title, variantTitle, sku, imageUrl } = quote?.variant ?? line.remembered;
  return {
    ...{ id: line.id, variantId: line.variantId, productId, title, variantTitle, sku, imageUrl },
    ...{ quantity: line.quantity, customData: line.customData, giftMessage: line.giftMessage },
    requiresShipping: quote?.variant?.requiresShipping ?? false,
    unitPrice: unitAmount === null ? null : money(unitAmount),
    compareAtPrice: price && price.compareAtAmount !== null ? money(price.compareAtAmount) : null,
    includesTax: price?.includesTax ?? false,
    priceReason: quote?.priceReason ?? "The store no longer sells in the cart's channel or currency.",
    subtotal: money(amount),
    discounts: evaluated.discounts.flatMap(({ promotion, allocations }) =>
      allocations
        .filter(({ lineId }) => lineId === line.id)
        .map((allocation) => ({ promotionId: promotion.id, amount: money(allocation.amount) })),
    ),
    total: taxed(tax?.taxed ?? nothing),
    taxRate: tax?.rate ?? 0,
    problems: [...problems],
  };
}

function presentCodes({ cart, promotionOfCode, rejected }: EvaluatedCart): Cart['codes'] {
  return cart.codes.map((code) => {
    const promotion = promotionOfCode.get(code);
    if (!promotion) {
      const reason = 'There is no promotion with this code any more.';
      return { code, isApplied: false, reason, rule: 'missing', minimumSubtotal: null };
    }
    const rejection = rejected.find((found) => found.promotion.id === promotion.id);
    const minimum = promotion.minimumSubtotals.find(({ currency }) => currency === cart.currency);
    return {
      ...{ code, isApplied: !rejection, reason: rejection?.reason ?? null, rule: rejection?.rule ?? null },
      minimumSubtotal: rejection?.rule === 'minimum_subtotal' && minimum ? { ...minimum } : null,
    };
  });
}

/** A cart as callers see it: amounts as money, no token, nothing of how it is kept. */
export function presentCart(evaluated: EvaluatedCart): Cart {
  const { cart, lines, discounts, shipping, totals } = evaluated;
  const { money, taxed } = moneyIn(cart.currency);
  const { tokenDigest: _token, reservations: _reservations, dueAt: _dueAt, ...kept } = cart;
  return {
    ...kept,
    lines: lines.map((line) => presentLine(line, evaluated)),
    codes: presentCodes(evaluated),
    discounts: discounts.map(({ promotion, target, amount, allocations }) => ({
      ...{
        promotionId: promotion.id,
        name: promotion.name,
        code: promotion.code,
        target,
        amount: money(amount),
      },
      allocations: allocations.map((allocation) => ({ ...allocation, amount: money(allocation.amount) })),
    })),
    shippingMethod: shipping ? presentOffer(shipping, cart.currency) : null,
    totals: {
      currencyExponent: currencyExponent(cart.currency),
      subtotal: money(totals.subtotal),
      discount: money(totals.discount),
      lines: taxed(totals.lines),
      shippingPrice: money(totals.shippingPrice),
      shippingDiscount: money(totals.shippingDiscount),
      shipping: taxed(totals.shipping),
      tax: money(totals.total.tax),
      total: taxed(totals.total),
      taxes: totals.taxes.map(({ name, rate, net, tax }) => ({
        name,
        rate,
        net: money(net),
        tax: money(tax),
      })),
    },
  };
}
