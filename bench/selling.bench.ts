// Adding to a cart and a whole guest checkout, payment included, 4 at a time, beside one bare SQLite transaction of as
// many rows and bytes over HTTP, and a checkout beside what it sends and stores, without anything that it decides. A peer
// does 7.9 guest checkouts a second: ours are at least 25 times that.
import { interleave, median, ratioOf } from './interleave.ts';
import { judge } from './judge.ts';
import { ask, atOnce, checkOut, stockedVariant, whenCaptured } from './selling/shopper.ts';
import { besidePlatform, type Served, serve } from './serve.ts';
import { databasePath } from './servers/database-path.ts';
import { countRows } from './servers/stored-rows.ts';

const rounds = 5;
const atATime = 4;
const checkoutsARound = 30;
const additionsARound = 100;
const peerCheckoutsASecond = 7.9;
/** Of `bare-checkout`. */
const exchangeTransactions = 10;

/** The four requests of a shopper, to a server that only stores. */
async function exchangeAll(exchange: Served, share: { rows: number; text: string }): Promise<void> {
  for (const step of ['carts', 'shipping-method', 'payments', 'complete'])
    await ask(exchange, `POST /${step}`, share);
}

await besidePlatform('bare-transaction', async (ours, bare, temporary) => {
  const variantId = await stockedVariant(ours);
  const checkout = () => checkOut(ours, variantId);
  const cart = await ask(ours, 'POST /v1/carts', { currency: 'EUR' });
  const addition = () => ask(ours, `POST /v1/carts/${cart.cart.id}/lines`, { lines: [{ variantId }] });

  /** What one of them leaves in the database, in rows and bytes. */
  async function leaves(amount: number, work: () => Promise<void>): Promise<{ rows: number; text: string }> {
    const path = databasePath(temporary);
    await atOnce(amount, atATime, work);
    await whenCaptured(ours);
    const before = countRows(path);
    await atOnce(amount, atATime, work);
    await whenCaptured(ours);
    const after = countRows(path);
    const rows = Math.max(1, Math.round((after.rows - before.rows) / amount));
    const bytes = Math.round((after.bytes - before.bytes) / amount / rows);
    return { rows, text: 'x'.repeat(bytes) };
  }

  const timed = async (amount: number, work: () => Promise<unknown>, settle?: () => Promise<void>) => {
    const start = performance.now();
    await atOnce(amount, atATime, async () => void (await work()));
    await settle?.();
    return (performance.now() - start) / amount;
  };
  const post = (to: Served, body: object) => () => ask(to, 'POST /', body);

  const added = await leaves(additionsARound, addition);
  const additions = await interleave(
    {
      bare: () => timed(additionsARound, post(bare, added)),
      ours: () => timed(additionsARound, addition),
    },
    rounds,
  );
  const bought = await leaves(checkoutsARound, checkout);
  const exchange = await serve('bare-checkout', temporary);
  const share = { rows: Math.round(bought.rows / exchangeTransactions), text: bought.text };
  const checkouts = await interleave(
    {
      bare: () => timed(checkoutsARound, post(bare, bought)),
      exchange: () =>
        timed(
          checkoutsARound,
          () => exchangeAll(exchange, share),
          () => ask(exchange, 'GET /settled'),
        ),
      ours: () => timed(checkoutsARound, checkout, () => whenCaptured(ours)),
    },
    rounds,
  ).finally(() => exchange.stop());

  const aSecond = (times: readonly number[]) => (1000 / median(times)).toFixed(0);
  // What they cost beside the bare transaction is shown, and not judged: it has one step where these have many.
  const show = (what: string, rows: number, { bare: plain, ours: own }: Record<'bare' | 'ours', number[]>) =>
    console.log(
      `${what}: ${aSecond(own)} a second; one bare transaction of ${rows} rows: ${aSecond(plain)}; ` +
        `ratio ${ratioOf(plain, own).median.toFixed(2)}`,
    );
  show('adding to a cart', added.rows, additions);
  show('whole checkouts', bought.rows, checkouts);
  console.log(
    `what a checkout sends and stores, alone: ${aSecond(checkouts.exchange)} a second; ` +
      `ratio ${ratioOf(checkouts.exchange, checkouts.ours).median.toFixed(2)}`,
  );
  const peer = checkouts.ours.map(() => 1000 / peerCheckoutsASecond);
  judge('checkouts a second / those of a peer', ratioOf(peer, checkouts.ours), { atLeast: 25 });
});
