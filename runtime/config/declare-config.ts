import { declareCompany, declareMail, declareStorefront } from './company-rules.ts';
import { declareShipping, declareTaxes } from './declare-zones.ts';
import type { AttributeInput, Config } from './define-config.ts';
import { declareFraud } from './fraud-rules.ts';
import { declareIntegrations } from './integration-rules.ts';
import { declarePayments } from './payment-rules.ts';
import type { AttributeConfig, StoreConfig } from './store-config.ts';
import { declareWebhooks } from './webhook-rules.ts';

function declareAttribute({ values, to, minimum, maximum, ...basics }: AttributeConfig): AttributeInput {
  const declared = {
    ...basics,
    ...(values.length > 0 ? { values } : {}),
    ...(to === null ? {} : { to }),
    ...(minimum === null ? {} : { minimum }),
    ...(maximum === null ? {} : { maximum }),
  };
  return declared as AttributeInput; // which settings go with which type was checked when it was declared
}

/** The inverse of `parseConfig`: what `defineConfig` would be given to come to this configuration. */
export function declareConfig(config: StoreConfig): Config {
  const { name, locales, currencies, channels, customerGroups, prices, inventory, productTypes } = config;
  const { carts, taxes, shipping, payments, fraud, timeZone, company, storefront, mail } = config;
  const declaredPayments = declarePayments(payments);
  return {
    name,
    locales: locales.map(({ code, fallbacks }) => (fallbacks.length > 0 ? { code, fallbacks } : code)),
    currencies,
    channels: Object.fromEntries(
      channels.map(({ key, defaultCountry, ...channel }) => [
        key,
        { ...channel, ...(defaultCountry === null ? {} : { defaultCountry }) },
      ]),
    ),
    ...(customerGroups.length > 0 ? { customerGroups } : {}),
    prices,
    inventory: { reservationMinutes: inventory.reservationSeconds / 60 },
    carts: { abandonedAfterHours: carts.abandonedAfterSeconds / 3600 },
    taxes: declareTaxes(taxes),
    ...(shipping.zones.length + shipping.carriers.length > 0 ? { shipping: declareShipping(shipping) } : {}),
    ...(Object.keys(declaredPayments).length > 0 ? { payments: declaredPayments } : {}),
    fraud: declareFraud(fraud),
    timeZone,
    ...(company ? { company: declareCompany(company) } : {}),
    ...(storefront ? { storefront: declareStorefront(storefront) } : {}),
    ...(mail ? { mail: declareMail(mail) } : {}),
    ...(config.integrations.length > 0 ? { integrations: declareIntegrations(config.integrations) } : {}),
    ...(config.webhooks.length > 0 ? { webhooks: declareWebhooks(config.webhooks) } : {}),
    productTypes: Object.fromEntries(
      productTypes.map((productType) => [
        productType.key,
        {
          name: productType.name,
          attributes: Object.fromEntries(
            Object.entries(productType.attributes).map(([attribute, declaration]) => [
              attribute,
              declareAttribute(declaration),
            ]),
          ),
        },
      ]),
    ),
  };
}
