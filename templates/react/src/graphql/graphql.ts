/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AvailabilityStatus =
  | 'backorder'
  | 'in_stock'
  | 'out_of_stock';

export type RelatedProductsQueryVariables = Exact<{
  productId: string;
  locale?: string | null | undefined;
  currency?: string | null | undefined;
}>;


export type RelatedProductsQuery = { product: { relatedProducts: Array<{ id: string, slug: string, title: string, brand: string | null, media: Array<{ url: string, alt: string, width: number | null, height: number | null }>, variants: Array<{ price: { amount: number, currency: string, compareAtAmount: number | null } | null, availability: { status: AvailabilityStatus } | null }> }> } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const RelatedProductsDocument = new TypedDocumentString(`
    query RelatedProducts($productId: ID!, $locale: String, $currency: String) {
  product(productId: $productId) {
    relatedProducts(locale: $locale, currency: $currency) {
      id
      slug
      title
      brand
      media {
        url
        alt
        width
        height
      }
      variants {
        price {
          amount
          currency
          compareAtAmount
        }
        availability {
          status
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RelatedProductsQuery, RelatedProductsQueryVariables>;