import type { Worker } from '../context/service.ts';
import type { Dispatcher } from './dispatcher.ts';

function earliest(times: readonly (Date | undefined)[]): Date | undefined {
  const known = times.flatMap((time) => (time ? [time.getTime()] : []));
  return known.length > 0 ? new Date(Math.min(...known)) : undefined;
}

/** A dispatcher that the services' workers start, stop and drain with: to whoever moves the clock they are one. */
export function withWorkers(dispatcher: Dispatcher, workers: readonly Worker[]): Dispatcher {
  async function any(answers: readonly Promise<boolean>[]): Promise<boolean> {
    return (await Promise.all(answers)).includes(true);
  }

  return {
    start() {
      dispatcher.start();
      for (const worker of workers) worker.start();
    },
    async stop() {
      await dispatcher.stop();
      await Promise.all(workers.map((worker) => worker.stop()));
    },
    wake() {
      dispatcher.wake();
      for (const worker of workers) worker.wake();
    },
    async drain() {
      // What workers do may cause events, and these work for them.
      do await dispatcher.drain();
      while (await any(workers.map((worker) => worker.drain())));
    },
    async drainStore(storeId) {
      const ran: string[] = [];
      do ran.push(...(await dispatcher.drainStore(storeId)));
      while (await any(workers.map((worker) => worker.drainStore(storeId))));
      return ran;
    },
    async nextDueAt(storeId) {
      const asked = [dispatcher, ...workers].map((one) => one.nextDueAt(storeId));
      return earliest(await Promise.all(asked));
    },
  };
}
