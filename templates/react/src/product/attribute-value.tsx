import { Link } from 'react-router';
import { useCatalog } from '../catalog/catalog-context.ts';
import { findProduct } from '../catalog/find-product.ts';
import { links } from '../catalog/links.ts';
import type { AttributeDefinition } from '../headlesspro/storefront.js';
import { useLoaded } from '../loading/use-loaded.ts';
import { formatMoney, type Money } from '../money/format-money.ts';
import { usePreferences } from '../preferences/preferences-context.ts';
import { useStore } from '../store/store-context.ts';

interface AttributeValueProps {
  readonly definition: AttributeDefinition;
  readonly value: unknown;
}

/** A value of an attribute, as its declaration says that it is to be read. */
export function AttributeValue({ definition, value }: AttributeValueProps) {
  if (!Array.isArray(value)) return <One definition={definition} value={value} />;
  return value.map((each, index) => (
    <span key={JSON.stringify(each)}>
      {index > 0 && ', '}
      <One definition={definition} value={each} />
    </span>
  ));
}

function One({ definition, value }: AttributeValueProps) {
  const { locale, texts } = usePreferences();
  switch (definition.type) {
    case 'number':
      return typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : String(value);
    case 'boolean':
      return value === true ? texts.yes : texts.no;
    case 'enum':
      return readable(String(value));
    case 'date':
      return readableDate(String(value), locale);
    case 'money':
      return isMoney(value) ? formatMoney(value, locale) : null;
    case 'reference':
      return <Reference to={definition.to} id={String(value)} />;
    default:
      return String(value);
  }
}

/** `organic-cotton` is a key; people read "Organic cotton". */
function readable(key: string): string {
  const words = key.replace(/[-_]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A day has no time zone: noon UTC is that day wherever it is shown in UTC. */
function readableDate(value: string, locale: string): string {
  const date = new Date(value.length === 10 ? `${value}T12:00:00Z` : value);
  if (Number.isNaN(date.getTime())) return value;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}

function isMoney(value: unknown): value is Money {
  return typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value;
}

function Reference({ to, id }: { readonly to: AttributeDefinition['to']; readonly id: string }) {
  const catalog = useCatalog();
  if (to === 'product') return <ProductReference id={id} />;
  const category = catalog?.categories.find((each) => each.id === id);
  if (category) return <Link to={links.category(category.slug)}>{category.name}</Link>;
  const collection = catalog?.collections.find((each) => each.id === id);
  if (collection) return <Link to={links.collection(collection.slug)}>{collection.name}</Link>;
  return null;
}

function ProductReference({ id }: { readonly id: string }) {
  const { api } = useStore();
  const { selection } = usePreferences();
  const { data } = useLoaded(JSON.stringify([id, selection]), (signal) =>
    findProduct(api, id, selection, signal),
  );
  return data ? <Link to={links.product(data.slug)}>{data.title}</Link> : null;
}
