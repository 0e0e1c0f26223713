import { Compile } from 'typebox/compile';
import type { FieldError } from '../contract/problem.ts';
import { explainErrors, unknownName } from '../validation/index.ts';
import { attributeFaults, completeAttribute, conflictingAttributes } from './attribute-rules.ts';
import { completeCompany, completeMail, completeStorefront, timeZoneFaults } from './company-rules.ts';
import { ConfigError } from './config-error.ts';
import { ConfigSchema } from './config-schema.ts';
import type { Config, TargetInput, TunnelInput } from './define-config.ts';
import { completeFraud, fraudFaults } from './fraud-rules.ts';
import { completeIntegrations } from './integration-rules.ts';
import { completePayments, paymentFaults } from './payment-rules.ts';
import type { SdkInput } from './sdk-input.ts';
import { completeShipping, shippingFaults } from './shipping-rules.ts';
import type { ChannelConfig, LocaleConfig, ProductTypeConfig, StoreConfig } from './store-config.ts';
import { completeTaxes, taxFaults } from './tax-rules.ts';
import { completeWebhooks, webhookFaults } from './webhook-rules.ts';

function isLocale(code: string): boolean {
  try {
    return Intl.getCanonicalLocales(code)[0] === code;
  } catch {
    return false;
  }
}

function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code);
}

function localeFaults(locales: readonly LocaleConfig[]): FieldError[] {
  const codes = locales.map((locale) => locale.code);
  return locales.flatMap((locale, index) => {
    const pointer = `/locales/${index}`;
    const faults: FieldError[] = [];
    if (!isLocale(locale.code))
      faults.push({ pointer, message: `"${locale.code}" is not a BCP 47 tag such as "de-CH".` });
    if (codes.indexOf(locale.code) < index)
      faults.push({ pointer, message: `"${locale.code}" is listed twice.` });
    locale.fallbacks.forEach((fallback, position) => {
      if (!codes.includes(fallback) || fallback === locale.code) {
        faults.push({
          pointer: `${pointer}/fallbacks/${position}`,
          message: unknownName(fallback, 'locale', codes),
        });
      }
    });
    return faults;
  });
}

function currencyFaults(currencies: readonly string[]): FieldError[] {
  return currencies.flatMap((currency, index) => {
    const pointer = `/currencies/${index}`;
    if (!isCurrency(currency))
      return [{ pointer, message: `"${currency}" is not an ISO 4217 code such as "EUR".` }];
    if (currencies.indexOf(currency) < index) return [{ pointer, message: `"${currency}" is listed twice.` }];
    return [];
  });
}

function channelFaults(config: StoreConfig): FieldError[] {
  const locales = config.locales.map((locale) => locale.code);
  return config.channels.flatMap((channel) => {
    const pointer = `/channels/${channel.key}`;
    const faults: FieldError[] = [];
    if (!locales.includes(channel.defaultLocale)) {
      faults.push({
        pointer: `${pointer}/defaultLocale`,
        message: unknownName(channel.defaultLocale, 'locale', locales),
      });
    }
    if (!config.currencies.includes(channel.defaultCurrency)) {
      faults.push({
        pointer: `${pointer}/defaultCurrency`,
        message: unknownName(channel.defaultCurrency, 'currency', config.currencies),
      });
    }
    return faults;
  });
}

function completeProductType([key, input]: [
  string,
  NonNullable<Config['productTypes']>[string],
]): ProductTypeConfig {
  const attributes = Object.entries(input.attributes ?? {}).map(([name, attribute]) => [
    name,
    completeAttribute(name, attribute),
  ]);
  return { key, name: input.name ?? key, attributes: Object.fromEntries(attributes) };
}

/** The configuration with every default filled in. */
function completeConfig(input: Config): StoreConfig {
  const locales = (input.locales ?? ['en']).map((locale) =>
    typeof locale === 'string'
      ? { code: locale, fallbacks: [] }
      : { code: locale.code, fallbacks: locale.fallbacks ?? [] },
  );
  const currencies = [...(input.currencies ?? ['USD'])];
  const channels = Object.entries(input.channels ?? { web: { name: 'Web' } }).map(
    ([key, channel]): ChannelConfig => ({
      key,
      name: channel.name ?? key,
      defaultLocale: channel.defaultLocale ?? locales[0]?.code ?? 'en',
      defaultCurrency: channel.defaultCurrency ?? currencies[0] ?? 'USD',
      defaultCountry: channel.defaultCountry ?? null,
    }),
  );
  return {
    name: input.name,
    locales,
    currencies,
    channels,
    customerGroups: [...(input.customerGroups ?? [])],
    prices: { includeTax: input.prices?.includeTax ?? true },
    inventory: { reservationSeconds: Math.round((input.inventory?.reservationMinutes ?? 15) * 60) },
    carts: { abandonedAfterSeconds: Math.round((input.carts?.abandonedAfterHours ?? 24) * 3600) },
    taxes: completeTaxes(input.taxes),
    shipping: completeShipping(input.shipping),
    payments: completePayments(input.payments),
    fraud: completeFraud(input.fraud),
    timeZone: input.timeZone ?? 'UTC',
    company: completeCompany(input.company),
    storefront: completeStorefront(input.storefront),
    mail: completeMail(input.mail),
    integrations: completeIntegrations(input.integrations),
    webhooks: completeWebhooks(input.webhooks),
    productTypes: Object.entries(input.productTypes ?? { default: { name: 'Product' } }).map(
      completeProductType,
    ),
  };
}

/** What the config file says of this project on this machine, and no store needs to know. */
export interface ProjectSettings {
  /** Name of a seed, or path of an export file relative to the config. */
  readonly seed: string;
  readonly targets: Readonly<Record<string, TargetInput>>;
  readonly tunnel: TunnelInput | undefined;
  readonly sdk: SdkInput;
}

export interface ParsedConfig {
  readonly config: StoreConfig;
  readonly project: ProjectSettings;
}

/** The settings that hold secrets: the entries of each have these members. */
const secretSettings = {
  targets: ['secretKey'],
  tunnel: ['authtoken'],
  mail: ['url'],
  webhooks: ['secret'],
  integrations: ['token', 'secret'],
  payments: ['secretKey', 'webhookSecret', 'clientId', 'clientSecret', 'webhookId'],
} as const;

/** A secret written out is refused before anything else, and is not repeated in the message. */
function secretFaults(input: unknown): FieldError[] {
  const settings = (input ?? {}) as Record<
    string,
    Record<string, Record<string, unknown> | null> | undefined
  >;
  return Object.entries(secretSettings).flatMap(([setting, secrets]) =>
    Object.entries(settings[setting] ?? {}).flatMap(([name, members]) =>
      secrets
        .filter((secret) => typeof members?.[secret] === 'string')
        .map((secret) => ({
          pointer: `/${setting}/${name}/${secret}`,
          message: `secrets are given by reference only: ${secret}: env('NAME_OF_THE_VARIABLE').`,
        })),
    ),
  );
}

/**
 * Validates what a config file exports and fills in the defaults.
 * @throws {ConfigError} naming every fault, each with a JSON pointer.
 */
export function parseConfig(input: unknown): ParsedConfig {
  const secrets = secretFaults(input);
  if (secrets.length > 0) throw new ConfigError(secrets);
  const validator = Compile(ConfigSchema);
  if (!validator.Check(input)) {
    throw new ConfigError(explainErrors(ConfigSchema, input, validator.Errors(input)));
  }
  // The schema has just been checked, and it describes `Config`.
  const declared = input as Config;
  const config = completeConfig(declared);
  const faults = [
    ...localeFaults(config.locales),
    ...currencyFaults(config.currencies),
    ...channelFaults(config),
    ...config.productTypes.flatMap((productType) =>
      Object.entries(productType.attributes).flatMap(([name, attribute]) =>
        attributeFaults(`/productTypes/${productType.key}/attributes/${name}`, name, attribute),
      ),
    ),
    ...conflictingAttributes(config.productTypes),
    ...taxFaults(config.taxes),
    ...timeZoneFaults(config.timeZone),
    ...shippingFaults(config.shipping, config.currencies),
    ...paymentFaults(
      config.payments,
      config.channels.map((channel) => channel.key),
      config.currencies,
    ),
    ...webhookFaults(config.webhooks),
    ...fraudFaults(declared.fraud, config.fraud, config.currencies),
  ];
  if (faults.length > 0) throw new ConfigError(faults);
  const { seed = 'empty', targets = {}, tunnel, sdk = {} } = declared;
  return { config, project: { seed, targets, tunnel, sdk } };
}
