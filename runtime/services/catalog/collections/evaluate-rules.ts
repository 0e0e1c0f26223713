import type { Product } from '../products/product.ts';
import type { ProductCollection } from './collections.ts';

type Rule = ProductCollection['rules'][number];

/** What a rule looks at; `categoryIds` are the product's categories and all above. */
export interface RuleSubject {
  readonly product: Product;
  readonly categoryIds: readonly string[];
}

type FieldValue = string | number | boolean;

/** The values of a field: several where the field is a list, none where it is not set. */
function valuesOf(field: string, { product, categoryIds }: RuleSubject): FieldValue[] {
  const [name, detail = ''] = field.split('.');
  switch (name) {
    case 'title':
      return [product.title];
    case 'brand':
      return product.brand === null ? [] : [product.brand];
    case 'tag':
      return product.tags;
    case 'productType':
      return [product.productType];
    case 'status':
      return [product.status];
    case 'category':
      return [...categoryIds];
    case 'price': {
      const amounts = product.variants
        .flatMap((variant) => variant.prices)
        .filter((price) => price.currency === detail && price.minimumQuantity === 1)
        .map((price) => price.amount);
      return amounts.length === 0 ? [] : [Math.min(...amounts)];
    }
    case 'attributes':
      return [product.attributes[detail] ?? []]
        .flat()
        .flatMap((value) => (typeof value === 'object' ? [] : [value]));
    default:
      return [];
  }
}

function fold(value: FieldValue | null): FieldValue | null {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

function meets(rule: Rule, subject: RuleSubject): boolean {
  const values = valuesOf(rule.field, subject).map(fold);
  const wanted = fold(rule.value);
  const texts = values.map(String);
  switch (rule.operator) {
    case 'equals':
      return values.some((value) => value === wanted);
    case 'not_equals':
      return values.every((value) => value !== wanted);
    case 'contains':
      return texts.some((text) => text.includes(String(wanted)));
    case 'starts_with':
      return texts.some((text) => text.startsWith(String(wanted)));
    case 'greater_than':
      return values.some((value) => value !== null && wanted !== null && value > wanted);
    case 'less_than':
      return values.some((value) => value !== null && wanted !== null && value < wanted);
    case 'is_set':
      return values.length > 0 === (rule.value !== false);
  }
}

/** Whether a product belongs to a collection by its rules. Without rules, none does. */
export function evaluateRules(
  { rules, match }: Pick<ProductCollection, 'rules' | 'match'>,
  subject: RuleSubject,
): boolean {
  if (rules.length === 0) return false;
  return match === 'all'
    ? rules.every((rule) => meets(rule, subject))
    : rules.some((rule) => meets(rule, subject));
}

const plainFields = ['title', 'brand', 'tag', 'productType', 'category', 'status'];

/** What is wrong with a rule's field, or undefined. */
export function fieldFault(
  field: string,
  currencies: readonly string[],
  attributes: readonly string[],
): string | undefined {
  if (plainFields.includes(field)) return undefined;
  const [name, detail = ''] = field.split('.');
  if (name === 'price' && currencies.includes(detail)) return undefined;
  if (name === 'attributes' && attributes.includes(detail)) return undefined;
  return (
    `"${field}" is not a field of rules. Known: ${plainFields.join(', ')}, ` +
    `${currencies.map((currency) => `price.${currency}`).join(', ')}` +
    `${attributes.map((attribute) => `, attributes.${attribute}`).join('')}.`
  );
}
