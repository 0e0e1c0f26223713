// A GraphQL list of 20 products with the prices of their variants: requests a second by those of bare mercurius
// with jit over the same rows, at least 0.8.
import { compareServers } from './compare-servers.ts';
import { besidePlatform, type Served } from './serve.ts';

const query = `{
  products(first: 20) {
    nodes { id title slug status variants { id sku title prices { amount currency compareAtAmount } } }
  }
}`;
const body = JSON.stringify({ query });

async function answerOf({ url, key }: Served): Promise<string> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
  const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
  return answer.text();
}

await besidePlatform('bare-mercurius', async (ours, bare) => {
  const [one, other] = await Promise.all([answerOf(ours), answerOf(bare)]);
  if (one !== other) throw new Error(`The servers answer differently, ours: ${one.slice(0, 300)}`);
  const load = { method: 'POST', paths: ['/graphql'], body, amount: 400 } as const;
  await compareServers('GraphQL list of 20 / bare mercurius', { bare, ours }, load, 0.8);
});
