import { graphql } from '../graphql';

/** All that the cards of related products show, in one request. */
export const relatedProductsDocument = graphql(`
  query RelatedProducts($productId: ID!, $locale: String, $currency: String) {
    product(productId: $productId) {
      relatedProducts(locale: $locale, currency: $currency) {
        id
        slug
        title
        brand
        media { url alt width height }
        variants {
          price { amount currency compareAtAmount }
          availability { status }
        }
      }
    }
  }
`);
