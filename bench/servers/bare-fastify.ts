import Fastify from 'fastify';
import { announce } from './announce.ts';
import { storedProducts } from './stored-products.ts';

const products = storedProducts();
const server = Fastify();
server.get<{ Params: { id: string } }>('/v1/products/:id', async (request, reply) => {
  const json = products.json(request.params.id);
  if (json === undefined) return reply.code(404).send();
  return reply.header('content-type', 'application/json; charset=utf-8').send(json);
});
announce({ url: await server.listen({ host: '127.0.0.1', port: 0 }), key: '' });
