import { randomBytes } from 'node:crypto';
import type { ShippingZoneConfig, StoreConfig } from '../../../runtime/config/index.ts';
import { refused } from '../../cli-error.ts';
import { exampleAttributes, simplestType } from './example-attributes.ts';
import type { CheckoutAddress, Shop, ShopPayment } from './made.ts';
import type { Call } from './step.ts';

/** A real one of a big city, by country; elsewhere the platform knows none to check against. */
const postalCodes: Readonly<Record<string, string>> = {
  ...{ DE: '10115', AT: '1010', CH: '8001', FR: '75001', GB: 'SW1A 1AA', IE: 'D02 AF30', NL: '1012 AB' },
  ...{ BE: '1000', LU: '1111', IT: '00184', ES: '28001', PT: '1100-148', DK: '1050', SE: '111 20' },
  ...{ NO: '0150', FI: '00100', PL: '00-001', CZ: '110 00', US: '94103', CA: 'M5V 2T6', AU: '2000' },
  ...{ JP: '100-0001', BR: '01001-000', IN: '110001' },
};
const regions: Readonly<Record<string, string>> = { US: 'CA', CA: 'ON', AU: 'NSW', BR: 'SP', IN: 'DL' };

/** The method that is offered to most: without a place of its own to be picked up at, and without a carrier to ask. */
function methodOf(zone: ShippingZoneConfig | undefined, currency: string): string | undefined {
  return zone?.methods.find(({ kind, rates }) => kind !== 'carrier' && kind !== 'pickup' && rates[currency])
    ?.key;
}

/** Where it is sent to: the channel's own country where a zone holds it, else one that a zone names. */
function placeOf({ shipping: { zones } }: StoreConfig, own: string | null, currency: string) {
  const holds = (country: string) => (zone: ShippingZoneConfig) => zone.countries.includes(country);
  const ownZone = own === null ? undefined : (zones.find(holds(own)) ?? zones.find(holds('*')));
  if (own !== null && methodOf(ownZone, currency) !== undefined) return { zone: ownZone, country: own };
  const zone = zones.find((each) => methodOf(each, currency) !== undefined);
  return { zone, country: zone?.countries.find((country) => country !== '*') ?? own ?? 'DE' };
}

async function addressIn(country: string, call: Call): Promise<CheckoutAddress> {
  const { requiredFields, regions: known } = await call('checkout.addresses.getCountry', { country });
  const has = (field: string) => requiredFields.some((each) => each === field);
  return {
    ...{ country, firstName: 'Ada', lastName: 'Berg', addressLine1: '1 Example Street', city: 'Example' },
    ...(has('postalCode') ? { postalCode: postalCodes[country] ?? '10000' } : {}),
    ...(has('region') ? { region: regions[country] ?? known[0]?.code ?? null } : {}),
  };
}

function paymentOf({ payments }: StoreConfig): ShopPayment | undefined {
  const { stripe, manual } = payments;
  if (stripe) return { provider: 'stripe', isCapturedByHand: stripe.capture === 'manual' };
  const method = manual?.methods[0]?.key;
  return method === undefined ? undefined : { provider: 'manual', method, isCapturedByHand: true };
}

/** What there is to sell with in this store. Throws where it can sell nothing. */
export async function readShop(config: StoreConfig, call: Call): Promise<Shop> {
  const [channel] = config.channels;
  const type = simplestType(config.productTypes);
  if (!channel || !type) {
    throw refused('nothing_to_sell', 'The config declares no product type, so there is nothing to sell.', {
      fix: 'Declare one in headlesspro.config.ts: productTypes: { thing: { attributes: {} } }.',
    });
  }
  const mark = randomBytes(3).toString('hex');
  const currency = channel.defaultCurrency;
  const { zone, country } = placeOf(config, channel.defaultCountry, currency);
  return {
    ...{ mark, currency, country, channel: channel.key, productType: type.key },
    attributes: exampleAttributes(type, 'product', currency, mark),
    variantAttributes: exampleAttributes(type, 'variant', currency, mark),
    address: await addressIn(country, call),
    shippingMethod: methodOf(zone, currency),
    payment: paymentOf(config),
  };
}
