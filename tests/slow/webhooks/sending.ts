import { systemClock } from '../../../runtime/clock/system-clock.ts';
import type { Clock, Logger } from '../../../runtime/context/context.ts';
import { createContract } from '../../../runtime/contract/contract.ts';
import { createMemoryFileStore } from '../../../runtime/files/memory-file-store.ts';
import { createUlidGenerator } from '../../../runtime/ids/ulid-generator.ts';
import { createHttpOutgoing } from '../../../runtime/outgoing/index.ts';
import { collectionsOf, createRuntime, type Runtime } from '../../../runtime/runtime.ts';
import { createWebhooksService } from '../../../runtime/services/webhooks/index.ts';
import type { Engine } from '../../../runtime/store/index.ts';
import { fashionConfig } from '../../fixtures/store-config.ts';

const services = [createWebhooksService({ timeoutMilliseconds: 2_000 })];

/** All that a process stores that does nothing but send. */
export const sendingCollections = collectionsOf(services);

const log: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: (details, message) => console.error(message, details),
};

/** A runtime that does nothing but send webhooks, in real time. */
export function sendingRuntime(
  engine: Engine,
  { isShared = false, machineClock = systemClock }: { isShared?: boolean; machineClock?: Clock } = {},
): Runtime {
  return createRuntime(
    {
      ...{
        engine,
        services: [createWebhooksService({ timeoutMilliseconds: 2_000 })],
        isShared,
        machineClock,
      },
      ...{ clockOf: () => systemClock, ids: createUlidGenerator(systemClock), log },
      ...{ files: createMemoryFileStore(), outgoing: createHttpOutgoing({ allowLoopback: true }) },
    },
    createContract(fashionConfig),
  );
}

export async function endpointsFor(runtime: Runtime, urls: readonly string[]): Promise<string[]> {
  await runtime.configure('shop', fashionConfig);
  const ids: string[] = [];
  for (const url of urls) {
    const input = { url, events: ['category.created'], disableAfterDays: null };
    const made = await runtime.execute('shop', 'webhooks.endpoints.create', input);
    ids.push((made as { id: string }).id); // as the contract says
  }
  return ids;
}

/** Writes events straight into the log, as fast as the engine takes them. */
export async function happen(engine: Engine, count: number, from = 0): Promise<void> {
  const time = systemClock.now().toISOString();
  for (let start = from; start < from + count; start += 500) {
    const length = Math.min(500, from + count - start);
    await engine.store('shop').transaction(async (writer) => {
      await writer.append(
        Array.from({ length }, (_, index) => ({
          ...{ id: `evt_${start + index}`, type: 'category.created', subject: `cat_${start + index}`, time },
          ...{
            traceId: '0'.repeat(32),
            data: { id: `cat_${start + index}`, name: 'Shoes', number: start + index },
          },
        })),
      );
    });
  }
}
