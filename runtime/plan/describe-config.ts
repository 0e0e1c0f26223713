import type { AttributeConfig, StoreConfig } from '../config/store-config.ts';
import { fingerprint, type Json } from './entry.ts';

export interface ConfigChange {
  readonly text: string;
  /** Something that data may hang on goes away. */
  readonly isDestructive: boolean;
}

const harmless = (text: string): ConfigChange => ({ text, isDestructive: false });
const destructive = (text: string): ConfigChange => ({ text, isDestructive: true });

/** What is added in one line; what is removed one by one, because each may be missed. */
function listChanges(
  what: readonly [one: string, many: string],
  before: readonly string[],
  after: readonly string[],
): ConfigChange[] {
  const added = after.filter((name) => !before.includes(name));
  const removed = before.filter((name) => !after.includes(name));
  const noun = added.length === 1 ? what[0] : what[1];
  return [
    ...(added.length > 0 ? [harmless(`${added.length} ${noun} added: ${added.join(', ')}`)] : []),
    ...removed.map((name) => destructive(`${what[0]} "${name}" is removed`)),
  ];
}

/** Equal whatever the order of properties. */
function isSame(left: unknown, right: unknown): boolean {
  return fingerprint(left as Json) === fingerprint(right as Json); // configurations are plain data
}

function attributes(config: StoreConfig): Map<string, AttributeConfig> {
  return new Map(
    config.productTypes.flatMap((productType) =>
      Object.entries(productType.attributes).map(([name, attribute]) => [
        `${productType.key}.${name}`,
        attribute,
      ]),
    ),
  );
}

/** Whether a value that fitted the declaration before may not fit it now. */
function isNarrower(before: AttributeConfig, after: AttributeConfig): boolean {
  const hasOtherShape = (['type', 'list', 'level', 'to'] as const).some(
    (name) => before[name] !== after[name],
  );
  const losesValues = before.values.some((value) => !after.values.includes(value));
  return hasOtherShape || losesValues;
}

function redeclared(before: StoreConfig, after: StoreConfig): ConfigChange[] {
  const earlier = attributes(before);
  return [...attributes(after)].flatMap(([name, attribute]) => {
    const old = earlier.get(name);
    if (!old || isSame(old, attribute)) return [];
    const changed = (Object.keys(attribute) as (keyof AttributeConfig)[])
      .filter((setting) => !isSame(old[setting], attribute[setting]))
      .join(', ');
    const text = `attribute "${name}" is declared differently (${changed})`;
    return [isNarrower(old, attribute) ? destructive(text) : harmless(text)];
  });
}

/** Entries of a list that have a key and are there on both sides, but not alike. */
function altered<Item>(
  what: string,
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
): ConfigChange[] {
  return after.flatMap((item) => {
    const old = before.find((candidate) => keyOf(candidate) === keyOf(item));
    return old && !isSame(old, item) ? [harmless(`${what} "${keyOf(item)}" changes`)] : [];
  });
}

function settings(before: StoreConfig, after: StoreConfig): ConfigChange[] {
  const names = ({ productTypes }: StoreConfig) => productTypes.map(({ key, name }) => ({ key, name }));
  const minutes = ({ inventory }: StoreConfig) => inventory.reservationSeconds / 60;
  return [
    ...(before.name === after.name
      ? []
      : [harmless(`the store is called "${after.name}", not "${before.name}"`)]),
    ...altered('channel', before.channels, after.channels, ({ key }) => key),
    ...altered('locale', before.locales, after.locales, ({ code }) => code),
    ...altered('product type', names(before), names(after), ({ key }) => key),
    ...(before.prices.includeTax === after.prices.includeTax
      ? []
      : [harmless(`prices are taken to be ${after.prices.includeTax ? 'with' : 'without'} tax`)]),
    ...altered('tax zone', before.taxes.zones, after.taxes.zones, ({ key }) => key),
    ...(isSame(before.fraud, after.fraud) ? [] : [harmless('the rules against fraud change')]),
    ...altered('integration', before.integrations, after.integrations, ({ key }) => key),
    ...altered('shipping zone', before.shipping.zones, after.shipping.zones, ({ key }) => key),
    ...(isSame(before.carts, after.carts)
      ? []
      : [harmless(`carts count as abandoned after ${after.carts.abandonedAfterSeconds / 3600} hours`)]),
    ...(before.timeZone === after.timeZone
      ? []
      : [harmless(`days are those of ${after.timeZone}, not of ${before.timeZone}`)]),
    ...(isSame(before.company, after.company) ? [] : [harmless('the company on invoices changes')]),
    ...(isSame(before.storefront, after.storefront) ? [] : [harmless('where mails link to changes')]),
    ...(isSame(before.mail, after.mail) ? [] : [harmless('how mails are sent changes')]),
    ...(minutes(before) === minutes(after)
      ? []
      : [harmless(`stock is reserved for ${minutes(after)} minutes, not ${minutes(before)}`)]),
  ];
}

/** What changes between two configurations, in the words of the config file. Null is a store without one. */
export function describeConfigChanges(before: StoreConfig | null, after: StoreConfig | null): ConfigChange[] {
  if (!after) return before ? [destructive(`the configuration of "${before.name}" is taken away`)] : [];
  if (!before) return [harmless(`the store "${after.name}" is set up`)];
  const codes = ({ locales }: StoreConfig) => locales.map(({ code }) => code);
  const keys = (items: readonly { readonly key: string }[]) => items.map(({ key }) => key);
  const changes = [
    ...listChanges(['locale', 'locales'], codes(before), codes(after)),
    ...listChanges(['currency', 'currencies'], before.currencies, after.currencies),
    ...listChanges(['channel', 'channels'], keys(before.channels), keys(after.channels)),
    ...listChanges(['integration', 'integrations'], keys(before.integrations), keys(after.integrations)),
    ...listChanges(['customer group', 'customer groups'], before.customerGroups, after.customerGroups),
    ...listChanges(['product type', 'product types'], keys(before.productTypes), keys(after.productTypes)),
    ...listChanges(
      ['attribute', 'attributes'],
      [...attributes(before).keys()],
      [...attributes(after).keys()],
    ),
    ...listChanges(['tax class', 'tax classes'], before.taxes.classes, after.taxes.classes),
    ...listChanges(['tax zone', 'tax zones'], keys(before.taxes.zones), keys(after.taxes.zones)),
    ...listChanges(
      ['shipping zone', 'shipping zones'],
      keys(before.shipping.zones),
      keys(after.shipping.zones),
    ),
    ...redeclared(before, after),
    ...settings(before, after),
  ];
  if (changes.length > 0 || isSame(before, after)) return changes;
  // The first locale, currency and channel are the defaults, so their order matters.
  return [harmless('the order of locales, currencies, channels or product types changes')];
}
