import { matchingZone } from '../matching-zone.ts';
import type { TaxEngine } from './tax-engine.ts';
import { taxOfAmount } from './tax-of-amount.ts';

/** Taxes by the zones of `headlesspro.config.ts`: the rate of an item's class where it is sent to. */
export const builtInTaxEngine: TaxEngine = {
  async calculate({ destination, isExempt, items }, { taxes }) {
    const zone = matchingZone(taxes.zones, destination);
    return items.map(({ id, kind, amount, includesTax, taxClass }) => {
      const given = kind === 'shipping' ? (zone?.shippingClass ?? null) : taxClass;
      const effective = kind === 'shipping' ? given : (given ?? taxes.classes[0] ?? null);
      const rate = effective === null ? 0 : (zone?.rates[effective] ?? 0);
      return {
        id,
        taxed: taxOfAmount(amount, includesTax, rate, isExempt),
        name: rate > 0 ? (zone?.name ?? null) : null,
        rate,
      };
    });
  },
};
