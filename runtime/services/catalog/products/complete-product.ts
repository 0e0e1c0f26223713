import type { ProductTypeConfig, StoreConfig } from '../../../config/store-config.ts';
import type { IdGenerator } from '../../../context/context.ts';
import type { NewDocument } from '../../../store/port.ts';
import { unknownName } from '../../../validation/index.ts';
import { mergeAttributes, productTypeOf } from './check-attributes.ts';
import { checkOptions, completeVariant, matchVariant, optionsInUse } from './complete-variants.ts';
import { Faults } from './faults.ts';
import type { Product, ProductChanges } from './product.ts';

/** What of the world a product's input is completed with. */
export interface ProductRules {
  readonly config: StoreConfig;
  readonly ids: IdGenerator;
  readonly faults: Faults;
}

type Translation = Product['translations'][number];
type TranslationInput = NonNullable<ProductChanges['translations']>[number];

const noSeo: Product['seo'] = { title: null, description: null };

/** Localized attributes that the product type doesn't have. */
function checkTranslated(
  attributes: Translation['attributes'],
  productType: ProductTypeConfig | undefined,
  pointer: string,
  faults: Faults,
): void {
  if (!productType) return;
  const localized = Object.entries(productType.attributes).flatMap(([name, { type }]) =>
    type === 'localizedText' ? [name] : [],
  );
  for (const name of Object.keys(attributes)) {
    if (localized.includes(name)) continue;
    const what = `localized attribute of product type "${productType.key}"`;
    faults.add(`${pointer}/${name}`, unknownName(name, what, localized));
  }
}

function completeTranslations(
  inputs: readonly TranslationInput[] | undefined,
  current: readonly Translation[],
  productType: ProductTypeConfig | undefined,
  { config, faults }: ProductRules,
): Translation[] {
  if (!inputs) return [...current];
  const [defaultLocale, ...others] = config.locales.map((locale) => locale.code);
  const seen = new Set<string>();
  return inputs.map((input, index) => {
    const pointer = `/translations/${index}/locale`;
    if (input.locale === defaultLocale) {
      faults.add(pointer, `${defaultLocale} is the default locale: its texts are the product's own fields.`);
    } else if (!others.includes(input.locale))
      faults.add(pointer, unknownName(input.locale, 'locale', others));
    if (seen.has(input.locale)) faults.add(pointer, `${input.locale} is given twice.`);
    seen.add(input.locale);
    checkTranslated(input.attributes ?? {}, productType, `/translations/${index}/attributes`, faults);
    return {
      locale: input.locale,
      title: input.title ?? null,
      slug: input.slug ?? null,
      description: input.description ?? null,
      seo: { ...noSeo, ...input.seo },
      attributes: input.attributes ?? {},
    };
  });
}

function completePublications(
  inputs: ProductChanges['publications'],
  current: Product['publications'] | undefined,
  { config, faults }: ProductRules,
): Product['publications'] {
  const channels = config.channels.map((channel) => channel.key);
  if (!inputs) return current ?? channels.map((channel) => ({ channel, from: null, until: null }));
  return inputs.map(({ channel, from = null, until = null }, index) => {
    const pointer = `/publications/${index}`;
    if (!channels.includes(channel))
      faults.add(`${pointer}/channel`, unknownName(channel, 'channel', channels));
    if (inputs.findIndex((other) => other.channel === channel) < index)
      faults.add(pointer, `"${channel}" is given twice.`);
    if (from !== null && until !== null && Date.parse(until) <= Date.parse(from)) {
      faults.add(`${pointer}/until`, 'must be later than "from".');
    }
    return { channel, from: utc(from), until: utc(until) };
  });
}

/** Times are compared as text, so all of them are written alike. */
function utc(time: string | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}

function completeVariants(
  changes: ProductChanges,
  current: Product | undefined,
  rules: ProductRules,
): Pick<Product, 'options' | 'variants' | 'variantCount'> {
  const { config, ids, faults } = rules;
  const productType = productTypeOf(config, changes.productType ?? current?.productType ?? '', new Faults());
  const inputs = changes.variants ?? (current ? undefined : [{}]);
  const before = current?.variants ?? [];
  const options = changes.options ?? (inputs && !current ? optionsInUse(inputs) : (current?.options ?? []));
  if (inputs?.length === 0) faults.add('/variants', 'a product has at least one variant.');
  const variants =
    productType && inputs
      ? inputs.map((input, index) => {
          const variantRules = { config, productType, ids, faults };
          return completeVariant(input, matchVariant(input, before), `/variants/${index}`, variantRules);
        })
      : [...before];
  checkOptions(options, variants, (index) => `/variants/${index}`, faults);
  checkTwice(variants, faults);
  return { options, variants, variantCount: variants.length };
}

function checkTwice(variants: Product['variants'], faults: Faults): void {
  const skus = new Set<string>();
  const ids = new Set<string>();
  variants.forEach(({ id, sku }, index) => {
    if (sku !== null && skus.has(sku))
      faults.add(`/variants/${index}/sku`, `"${sku}" is the SKU of another variant here.`);
    if (ids.has(id)) faults.add(`/variants/${index}/id`, 'is the id of another variant here.');
    if (sku !== null) skus.add(sku);
    ids.add(id);
  });
}

/**
 * The product that an input makes, over what it was before. Faults are collected, not thrown; media are filled in
 * and references checked by the handler, which can look them up.
 */
export function completeProduct(
  id: string,
  changes: ProductChanges,
  slug: string,
  current: Product | undefined,
  rules: ProductRules,
): NewDocument<Product> {
  const { config, faults } = rules;
  const key = changes.productType ?? current?.productType ?? '';
  const productType = productTypeOf(config, key, faults);
  return {
    id,
    productType: key,
    status: changes.status ?? current?.status ?? 'draft',
    title: changes.title ?? current?.title ?? '',
    slug,
    description: changes.description ?? current?.description ?? '',
    brand: changes.brand !== undefined ? changes.brand : (current?.brand ?? null),
    seo: { ...(current?.seo ?? noSeo), ...changes.seo },
    tags: [...new Set(changes.tags ?? current?.tags ?? [])],
    attributes: productType
      ? mergeAttributes(
          productType,
          'product',
          current?.attributes ?? {},
          changes.attributes,
          '/attributes',
          rules,
        )
      : {},
    translations: completeTranslations(changes.translations, current?.translations ?? [], productType, rules),
    ...completeVariants(changes, current, rules),
    media: current?.media ?? [],
    categoryIds: [...new Set(changes.categoryIds ?? current?.categoryIds ?? [])],
    related: changes.related ?? current?.related ?? [],
    publications: completePublications(changes.publications, current?.publications, rules),
    externalId: changes.externalId !== undefined ? changes.externalId : (current?.externalId ?? null),
  };
}
