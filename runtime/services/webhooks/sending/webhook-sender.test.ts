import { expect, test } from 'vitest';
import { systemClock } from '../../../clock/system-clock.ts';
import type { WorkerHost } from '../../../context/service.ts';
import { createHttpOutgoing } from '../../../outgoing/index.ts';
import { createWebhookSender } from './webhook-sender.ts';

/** A host of stores in which nothing is due, and which of them were looked into. */
function givenHost() {
  const served: string[] = [];
  const looks: string[] = [];
  const ignore = () => undefined;
  const host: WorkerHost = {
    ...{ instanceId: 'one', isShared: false, machineClock: systemClock, now: () => systemClock.now() },
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    outgoing: createHttpOutgoing({ allowLoopback: false }),
    storeIds: async () => [...served],
    async inSteps(storeId) {
      looks.push(storeId);
      return undefined;
    },
  };
  return { host, served, looks };
}

test('a store in which nothing is due is not looked into twice, and one that was gone is not remembered', async () => {
  const { host, served, looks } = givenHost();
  const sender = createWebhookSender(host, { timeoutMilliseconds: 1000 });
  served.push('stays', 'goes');
  await sender.drain();
  await sender.drain();
  expect(looks).toEqual(['stays', 'goes']);
  served.pop();
  await sender.drain();
  served.push('goes');
  await sender.drain();
  expect(looks).toEqual(['stays', 'goes', 'goes']);
});
