import type { Artwork, ArtworkKind } from './artwork/draw.ts';
import { draw } from './artwork/draw.ts';
import { priceIn } from './prices.ts';
import type { ProductInput, SeedFile } from './seed.ts';
import { seedId, seedNumber } from './seed-ids.ts';

export type Text = readonly [en: string, de: string];

export interface Colour {
  /** The option value: `Ink`. */
  readonly name: string;
  readonly german: string;
  readonly hex: string;
  readonly trim: string;
  /** What lies behind products of this colour. */
  readonly ground: string;
}

/** A product as the seeds' authors write it. */
export interface SeedProduct {
  /** The English slug. */
  readonly key: string;
  readonly kind: ArtworkKind;
  readonly type: string;
  readonly title: Text;
  /** The German slug. */
  readonly slug: string;
  readonly text: Text;
  readonly brand: string;
  readonly categories: readonly string[];
  readonly tags?: readonly string[];
  readonly colours: readonly string[];
  /** A second option, such as sizes; one variant a colour where there is none. */
  readonly option?: {
    readonly name: string;
    readonly values: readonly string[];
    readonly surcharge?: number;
  };
  /** Whole euros. */
  readonly price: number;
  /** Whole euros, to show struck through. */
  readonly before?: number;
  readonly grams: number;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Localized text attributes. */
  readonly texts?: Readonly<Record<string, Text>>;
  readonly related?: readonly string[];
  readonly policy?: 'track' | 'backorder' | 'untracked';
  /** What is in stock, where it isn't left to chance. */
  readonly stock?: 'none' | 'low';
  readonly status?: 'draft' | 'archived';
}

export interface SeedVariant {
  readonly id: string;
  readonly key: string;
  readonly product: SeedProduct;
  /** Whole euros. */
  readonly euros: number;
}

export interface ProductRules {
  readonly store: string;
  /** Minor units are this much below the whole number: 0 for 49.00, 1 for 49.99 less a cent. */
  readonly cents: number;
  readonly colours: Readonly<Record<string, Colour>>;
  /** Lines below a product's text, from its attributes. */
  readonly points: (product: SeedProduct, locale: 'en' | 'de') => readonly string[];
}

function colourOf(rules: ProductRules, name: string): Colour {
  const colour = rules.colours[name];
  if (!colour) throw new Error(`The seed ${rules.store} has no colour ${name}.`);
  return colour;
}

function html(text: string, points: readonly string[]): string {
  const items = points.map((point) => `<li>${point}</li>`).join('');
  return `<p>${text}</p><ul>${items}</ul>`;
}

export function variantsOf(rules: ProductRules, product: SeedProduct): readonly SeedVariant[] {
  const values = product.option?.values ?? [''];
  return product.colours.flatMap((colour) =>
    values.map((value, index) => {
      const key = [product.key, colour, value].filter(Boolean).join('/');
      const euros = product.price + (product.option?.surcharge ?? 0) * index;
      return { id: seedId('var', rules.store, key), key, product, euros };
    }),
  );
}

const settings = ['disc', 'plain', 'arch'] as const;

/** A picture of each colour, and a close-up of the first. */
export function filesOf(rules: ProductRules, product: SeedProduct): readonly SeedFile[] {
  const file = (colourName: string, isCloseUp: boolean): SeedFile => {
    const { name, hex, trim, ground } = colourOf(rules, colourName);
    const setting = settings[seedNumber(settings.length, product.key)] ?? 'disc';
    const artwork: Artwork = { kind: product.kind, colour: hex, trim, ground, setting, isCloseUp };
    const view = isCloseUp ? 'detail' : colourName;
    return {
      id: seedId('media', rules.store, product.key, view),
      filename: `${product.key}-${view}.svg`,
      alt: isCloseUp ? `${product.title[0]}, close-up` : `${product.title[0]} in ${name.toLowerCase()}`,
      contentType: 'image/svg+xml',
      contents: () => draw(artwork),
    };
  };
  const closeUp = product.colours.slice(0, 1).map((colour) => file(colour, true));
  return [...product.colours.map((colour) => file(colour, false)), ...closeUp];
}

function variantInputs(rules: ProductRules, product: SeedProduct): readonly Record<string, unknown>[] {
  const variants = variantsOf(rules, product);
  const values = product.option?.values ?? [''];
  return variants.map((variant, index) => {
    const colourName = product.colours[Math.floor(index / values.length)] ?? '';
    const value = values[index % values.length] ?? '';
    const colour = colourOf(rules, colourName);
    const surcharge = variant.euros - product.price;
    const before = product.before === undefined ? undefined : product.before + surcharge;
    const sku = variant.key.replaceAll(/[^a-z0-9]+/gi, '-').toUpperCase();
    const isShipped = product.grams > 0;
    return {
      id: variant.id,
      sku,
      barcode: isShipped ? `20${String(seedNumber(1e9, sku)).padStart(10, '0')}` : null,
      options: [
        ...(product.colours.length > 1 || product.option === undefined
          ? [{ name: 'Colour', value: colour.name }]
          : []),
        ...(product.option ? [{ name: product.option.name, value }] : []),
      ],
      attributes: { swatch: colour.hex },
      prices: (['EUR', 'USD', 'GBP'] as const).map((currency) => ({
        id: seedId('price', rules.store, variant.key, currency),
        currency,
        amount: priceIn(currency, variant.euros, rules.cents),
        compareAtAmount: before === undefined ? null : priceIn(currency, before, rules.cents),
      })),
      cost: { amount: Math.round(variant.euros * 42), currency: 'EUR' },
      weight: isShipped ? { value: product.grams, unit: 'g' } : null,
      mediaIds: [seedId('media', rules.store, product.key, colourName)],
      inventoryPolicy: product.policy ?? 'track',
      requiresShipping: isShipped,
      taxClass: product.type === 'gift-card' ? 'untaxed' : null,
    };
  });
}

/** The product as a row of an upsert. */
export function productInput(rules: ProductRules, product: SeedProduct): ProductInput {
  const { key, title, text, slug, texts = {}, option } = product;
  const colours = product.colours.map((name) => colourOf(rules, name));
  const localized = (index: 0 | 1) =>
    Object.fromEntries(Object.entries(texts).map(([name, pair]) => [name, pair[index]]));
  const hasColourOption = colours.length > 1 || option === undefined;
  return {
    id: seedId('prod', rules.store, key),
    productType: product.type,
    status: product.status ?? 'active',
    title: title[0],
    slug: key,
    description: html(text[0], rules.points(product, 'en')),
    brand: product.brand,
    seo: { title: `${title[0]} · ${product.brand}`, description: text[0] },
    tags: [...(product.tags ?? [])],
    attributes: { ...product.attributes, ...localized(0) },
    translations: [
      {
        locale: 'de',
        title: title[1],
        slug,
        description: html(text[1], rules.points(product, 'de')),
        seo: { title: `${title[1]} · ${product.brand}`, description: text[1] },
        attributes: localized(1),
      },
    ],
    options: [
      ...(hasColourOption ? [{ name: 'Colour', values: colours.map((colour) => colour.name) }] : []),
      ...(option ? [{ name: option.name, values: [...option.values] }] : []),
    ],
    variants: variantInputs(rules, product),
    media: filesOf(rules, product).map((file) => ({ mediaId: file.id })),
    categoryIds: product.categories.map((category) => seedId('cat', rules.store, category)),
    related: (product.related ?? []).map((other) => ({
      productId: seedId('prod', rules.store, other),
      kind: 'related',
    })),
    externalId: `${rules.store}-${key}`,
  };
}
