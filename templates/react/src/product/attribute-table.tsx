import type { AttributeDefinition, Product, Variant } from '../headlesspro/storefront.js';
import { usePreferences } from '../preferences/preferences-context.ts';
import { useStore } from '../store/store-context.ts';
import styles from './attribute-table.module.css';
import { AttributeValue } from './attribute-value.tsx';
import { formatMeasure } from './format-measure.ts';
import { isColour } from './swatches.ts';

interface AttributeTableProps {
  readonly product: Product;
  readonly variant: Variant;
}

/**
 * Whatever headlesspro.config.ts declares for this type of product, in that order and under those labels. An attribute
 * that is added there appears here by itself.
 */
export function AttributeTable({ product, variant }: AttributeTableProps) {
  const { settings } = useStore();
  const { locale, texts } = usePreferences();
  const type = settings.productTypes.find(({ key }) => key === product.productType);
  const declared = (type?.attributes ?? []).flatMap((definition) => {
    const value = readAttribute(definition, product, variant);
    return isShown(value) ? [{ definition, value }] : [];
  });
  const { sku, weight, dimensions } = variant;
  return (
    <dl className={styles.table}>
      {declared.map(({ definition, value }) => (
        <div key={definition.name}>
          <dt>{definition.label}</dt>
          <dd>
            <AttributeValue definition={definition} value={value} />
          </dd>
        </div>
      ))}
      {dimensions && (
        <div>
          <dt>{texts.size}</dt>
          <dd>
            {[dimensions.length, dimensions.width, dimensions.height]
              .map((each) => new Intl.NumberFormat(locale).format(each))
              .join(' × ')}{' '}
            {dimensions.unit}
          </dd>
        </div>
      )}
      {weight && (
        <div>
          <dt>{texts.weight}</dt>
          <dd>{formatMeasure(weight.value, weight.unit, locale)}</dd>
        </div>
      )}
      {sku && (
        <div>
          <dt>{texts.articleNumber}</dt>
          <dd>{sku}</dd>
        </div>
      )}
    </dl>
  );
}

function readAttribute({ name, level }: AttributeDefinition, product: Product, variant: Variant): unknown {
  const attributes = level === 'variant' ? variant.attributes : product.attributes;
  return new Map<string, unknown>(Object.entries(attributes)).get(name);
}

/** A colour is seen in the option picker already. */
function isShown(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || isColour(value)) return false;
  return !Array.isArray(value) || value.length > 0;
}
