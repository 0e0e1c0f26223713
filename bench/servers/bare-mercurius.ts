import Fastify from 'fastify';
import mercurius from 'mercurius';
import { announce } from './announce.ts';
import { storedProducts } from './stored-products.ts';

const products = storedProducts();
const server = Fastify();
server.register(mercurius, {
  jit: 1,
  schema: `
    type Query { products(first: Int!): ProductConnection! }
    type ProductConnection { nodes: [Product!]! }
    type Product { id: ID! title: String! slug: String! status: String! variants: [Variant!]! }
    type Variant { id: ID! sku: String title: String! prices: [Price!]! }
    type Price { amount: Float! currency: String! compareAtAmount: Float }
  `,
  resolvers: {
    Query: {
      products: (_root: unknown, { first }: { first: number }) => ({
        nodes: products.newest(first).map((json) => JSON.parse(json)),
      }),
    },
  },
});
announce({ url: await server.listen({ host: '127.0.0.1', port: 0 }), key: '' });
