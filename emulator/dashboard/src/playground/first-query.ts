/** What the playground shows first: products as a shop shows them. */
export function firstQuery(channel: string | undefined, currency: string | undefined): string {
  const selection = channel && currency ? `, channel: "${channel}", currency: "${currency}"` : '';
  const price = selection
    ? `price {
          amount
          currency
          compareAtAmount
        }
        availability {
          status
          quantity
        }`
    : `prices {
          amount
          currency
        }`;
  return `# Products with the prices of a channel. Amounts are in minor units: 1999 is EUR 19.99.
# Ctrl+Space completes, Ctrl+Enter runs, and the book on the left is the documentation.

query Products {
  products(first: 10${selection}) {
    nodes {
      id
      title
      slug
      variants {
        title
        sku
        ${price}
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`;
}
