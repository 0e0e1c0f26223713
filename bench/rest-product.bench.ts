// A product by id over REST: requests a second by those of bare Fastify sending the same SQLite row, at least 0.7.
import { compareServers } from './compare-servers.ts';
import { besidePlatform } from './serve.ts';

await besidePlatform('bare-fastify', async (ours, bare) => {
  const headers = { authorization: `Bearer ${ours.key}` };
  const answer = await fetch(`${ours.url}/v1/products?pageSize=50`, { headers });
  const { data } = (await answer.json()) as { data: { id: string }[] }; // as the contract says
  const paths = data.map(({ id }) => `/v1/products/${id}`);
  await compareServers(
    'product by id over REST / bare Fastify',
    { bare, ours },
    { paths, amount: 10_000 },
    0.7,
  );
});
