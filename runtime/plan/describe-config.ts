import type { StoreConfig } from '../config/store-config.ts';

export interface ConfigChange {
  readonly text: string;
  /** Something that data may hang on goes away. */
  readonly isDestructive: boolean;
}

function listChanges(
  what: readonly [one: string, many: string],
  before: readonly string[],
  after: readonly string[],
): ConfigChange[] {
  const added = after.filter((name) => !before.includes(name));
  const removed = before.filter((name) => !after.includes(name));
  const noun = (names: readonly string[]) => (names.length === 1 ? what[0] : what[1]);
  return [
    ...(added.length > 0
      ? [{ text: `${added.length} ${noun(added)} added: ${added.join(', ')}`, isDestructive: false }]
      : []),
    ...(removed.length > 0
      ? [{ text: `${removed.length} ${noun(removed)} removed: ${removed.join(', ')}`, isDestructive: true }]
      : []),
  ];
}

function attributes(config: StoreConfig): Map<string, string> {
  return new Map(
    config.productTypes.flatMap((productType) =>
      Object.entries(productType.attributes).map(([name, attribute]) => [
        `${productType.key}.${name}`,
        JSON.stringify(attribute),
      ]),
    ),
  );
}

/** What changes between two configurations, in the words of the config file. */
export function describeConfigChanges(before: StoreConfig | null, after: StoreConfig): ConfigChange[] {
  if (!before) return [{ text: `the store "${after.name}" is set up`, isDestructive: false }];
  const attributesBefore = attributes(before);
  const attributesAfter = attributes(after);
  const redeclared = [...attributesAfter].filter(
    ([name, declaration]) => attributesBefore.has(name) && attributesBefore.get(name) !== declaration,
  );
  const changes = [
    ...listChanges(
      ['locale', 'locales'],
      before.locales.map(({ code }) => code),
      after.locales.map(({ code }) => code),
    ),
    ...listChanges(['currency', 'currencies'], before.currencies, after.currencies),
    ...listChanges(
      ['channel', 'channels'],
      before.channels.map(({ key }) => key),
      after.channels.map(({ key }) => key),
    ),
    ...listChanges(['customer group', 'customer groups'], before.customerGroups, after.customerGroups),
    ...listChanges(
      ['product type', 'product types'],
      before.productTypes.map(({ key }) => key),
      after.productTypes.map(({ key }) => key),
    ),
    ...listChanges(['attribute', 'attributes'], [...attributesBefore.keys()], [...attributesAfter.keys()]),
    ...redeclared.map(([name]) => ({
      text: `attribute ${name} is declared differently`,
      isDestructive: true,
    })),
  ];
  if (changes.length > 0 || JSON.stringify(before) === JSON.stringify(after)) return changes;
  return [{ text: 'settings changed', isDestructive: false }];
}
