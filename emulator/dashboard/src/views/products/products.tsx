import { useCallback } from 'react';
import { Panel } from '../../components/panel.tsx';
import { Nothing, Pending } from '../../components/pending.tsx';
import { fetchApi } from '../../session/api.ts';
import { addressOf, type Session } from '../../session/session.ts';
import { useLoaded } from '../../session/use-loaded.ts';
import { formatMoney } from './format-money.ts';
import './products.css';

/** As much of a product as is shown. */
interface Product {
  readonly id: string;
  readonly title: string;
  readonly status: 'draft' | 'active' | 'archived';
  readonly productType: string;
  readonly variantCount: number;
  readonly variants: readonly {
    readonly prices: readonly { readonly amount: number; readonly currency: string }[];
  }[];
  readonly media: readonly { readonly url: string; readonly contentType: string }[];
}

const shown = 8;

function priceOf({ variants }: Product): string {
  const price = variants.flatMap(({ prices }) => prices)[0];
  return price ? formatMoney(price.amount, price.currency) : 'no price';
}

function Picture({ media }: Product) {
  const picture = media.find(({ contentType }) => contentType.startsWith('image/'));
  // The title stands beside it.
  return picture ? (
    <img src={addressOf(picture.url.replace(/^\//, ''))} alt="" loading="lazy" />
  ) : (
    <span className="no-picture" />
  );
}

function ProductRow({ product }: { readonly product: Product }) {
  const { title, status, productType, variantCount } = product;
  return (
    <li className="product">
      <Picture {...product} />
      <div className="product-text">
        <strong>{title}</strong>
        <span className="none">
          {productType}, {variantCount} {variantCount === 1 ? 'variant' : 'variants'}
        </span>
      </div>
      <span className={`status status-${status}`}>{status}</span>
      <span className="product-price">{priceOf(product)}</span>
    </li>
  );
}

/** The latest products: a look at whether the store holds what it should. */
export function Products({ session }: { readonly session: Session }) {
  const load = useCallback(
    (signal: AbortSignal) =>
      fetchApi<{ readonly data: readonly Product[] }>(session, `v1/products?pageSize=${shown}`, signal),
    [session],
  );
  const { loaded, reload } = useLoaded(load);
  return (
    <Panel
      title="Latest products"
      aside={
        <button type="button" className="button" onClick={reload}>
          Reload
        </button>
      }
    >
      <Pending of={loaded} what="products" onRetry={reload}>
        {({ data }) =>
          data.length === 0 ? (
            <Nothing>
              No products yet. <code>hp seed</code> brings some, <code>hp import</code> brings yours.
            </Nothing>
          ) : (
            <ul className="products">
              {data.map((product) => (
                <ProductRow key={product.id} product={product} />
              ))}
            </ul>
          )
        }
      </Pending>
    </Panel>
  );
}
