// Deliveries a second, from events in the log to answers that are written down, by a bare loop of as many signed requests
// of the same body at a time, to a receiver that takes 20 ms for each: at least 0.7. Printed beside it: the same to one
// that answers at once, where all that passes is processor time, and the time from an event to its delivery.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../runtime/clock/system-clock.ts';
import { openSqliteEngine } from '../runtime/store/index.ts';
import { testEncryptionKeys as encryptionKeys } from '../tests/encryption-keys.ts';
import {
  sendingCollections as collections,
  endpointsFor,
  happen,
  sendingRuntime,
} from '../tests/slow/webhooks/sending.ts';
import { startReceiver } from '../tests/webhooks/receiver.ts';
import { interleave, median, ratioOf } from './interleave.ts';
import { judge } from './judge.ts';
import { serve } from './serve.ts';
import { BareLoop } from './webhooks/bare-loop.ts';

const events = 1000;
const rounds = 7;
const warmRounds = 3;
/** To an endpoint that succeeds: `pace.ts` of the sender. */
const atOnce = 16;

const directory = await mkdtemp(join(tmpdir(), 'hp-bench-webhooks-'));
const receiver = await serve('receiver', directory);
const bare = new BareLoop(atOnce);
const body = JSON.stringify({
  ...{ type: 'category.created', timestamp: new Date().toISOString(), id: 'evt_100', subject: 'cat_100' },
  data: { id: 'cat_100', name: 'Shoes', turn: 3 },
});
const messages = Array.from({ length: events }, (_, index) => ({ id: `evt_${index}`, body }));

/** A store with an endpoint, and a runtime that does nothing but send. */
async function senderTo(url: string, name: string) {
  const path = join(directory, `${name}.db`);
  const engine = await openSqliteEngine({ path, encryptionKeys, collections, clock: systemClock });
  const runtime = sendingRuntime(engine);
  await endpointsFor(runtime, [url]);
  let from = 0;
  return {
    runtime,
    async happen(count: number) {
      await happen(engine, count, from);
      from += count;
    },
    async close() {
      await runtime.close();
      await engine.close();
    },
  };
}

async function throughput(milliseconds: number) {
  const url = `${receiver.url}/${milliseconds}`;
  const sender = await senderTo(url, `takes-${milliseconds}`);
  const ours = async () => {
    await sender.happen(events);
    const start = performance.now();
    await sender.runtime.dispatcher.drain();
    return performance.now() - start;
  };
  // A sender runs for days: what it does is compiled by then.
  for (let round = 0; round < warmRounds; round += 1) await ours();
  const costs = await interleave({ bare: () => bare.send(url, messages), ours }, rounds);
  await sender.close();
  const rate = (times: readonly number[]) => Math.round((events * 1000) / median(times));
  return {
    ratio: ratioOf(costs.bare, costs.ours),
    rates: `${rate(costs.ours)} a second; ${rate(costs.bare)}`,
  };
}

async function latency() {
  const near = await startReceiver();
  const sender = await senderTo(near.url, 'latency');
  await sender.runtime.listen({ host: '127.0.0.1', port: 0 });
  const ours = async () => {
    const arrived = new Promise<void>((resolve) => {
      near.behave(() => {
        resolve();
        return 200;
      });
    });
    await sender.happen(1);
    await arrived;
  };
  const costs = await interleave({ bare: () => bare.post(near.url, { id: 'evt_1', body }), ours }, 50);
  await sender.close();
  await near.close();
  return `${median(costs.ours).toFixed(1)} ms from the event to its delivery; a bare request ${median(costs.bare).toFixed(1)} ms`;
}

try {
  const paced = await throughput(20);
  judge('deliveries a second by those of a bare loop', paced.ratio, { atLeast: 0.7 });
  console.log(`     ${paced.rates} of the bare loop`);
  const unpaced = await throughput(0);
  console.log(
    `     to a receiver that answers at once: ${unpaced.ratio.median.toFixed(2)} (${unpaced.rates} of the bare loop)`,
  );
  console.log(`     ${await latency()}`);
} finally {
  bare.close();
  await receiver.stop();
  await rm(directory, { recursive: true, force: true });
}
