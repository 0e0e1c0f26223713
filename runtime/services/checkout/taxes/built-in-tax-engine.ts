import type { TaxesConfig, TaxZoneConfig } from '../../../config/store-config.ts';
import type { Context } from '../../../context/context.ts';
import { matchingZone } from '../matching-zone.ts';
import type { ItemTax, TaxableItem, TaxEngine, TaxRequest } from './tax-engine.ts';
import { taxOfAmount } from './tax-of-amount.ts';

/** A class that the config doesn't have, of an import say, is taxed like the default: nothing goes untaxed by a slip. */
function classOf(
  { kind, taxClass }: TaxableItem,
  zone: TaxZoneConfig,
  { classes }: TaxesConfig,
): string | null {
  if (kind === 'shipping') return zone.shippingClass;
  return taxClass !== null && classes.includes(taxClass) ? taxClass : (classes[0] ?? null);
}

/** Taxes by the zones of `headlesspro.config.ts`: the rate of an item's class where it is sent to. */
export const builtInTaxEngine = {
  async calculate(
    { destination, isExempt, items }: TaxRequest,
    { config: { taxes } }: Pick<Context, 'config'>,
  ): Promise<ItemTax[]> {
    const zone = matchingZone(taxes.zones, destination);
    return items.map((item) => {
      const taxClass = zone ? classOf(item, zone, taxes) : null;
      const rate = taxClass === null ? 0 : (zone?.rates[taxClass] ?? 0);
      return {
        id: item.id,
        taxed: taxOfAmount(item.amount, item.includesTax, rate, isExempt),
        name: rate > 0 ? (zone?.name ?? null) : null,
        rate,
      };
    });
  },
} satisfies TaxEngine;
