import type { Engine, Store, Writer } from '../../runtime/store/index.ts';

/** What has been asked of a store so far. */
export interface StoreCounts {
  transactions: number;
  /** Calls of reading methods, locks included. */
  reads: number;
  /** Calls of writing methods. */
  writes: number;
}

const writing = ['insert', 'insertMany', 'update', 'delete', 'append', 'completeDelivery'];

/** An engine that counts what is asked of it. */
export function countingEngine(engine: Engine): { readonly engine: Engine; readonly counts: StoreCounts } {
  const counts: StoreCounts = { transactions: 0, reads: 0, writes: 0 };

  function counting<Target extends Store | Writer>(target: Target): Target {
    return new Proxy(target, {
      get(of, name) {
        const member = Reflect.get(of, name);
        if (typeof member !== 'function') return member;
        if (name === 'transaction') {
          return (work: (writer: Writer) => Promise<unknown>) => {
            counts.transactions += 1;
            return member.call(of, (writer: Writer) => work(counting(writer)));
          };
        }
        return (...given: unknown[]) => {
          counts[writing.includes(String(name)) ? 'writes' : 'reads'] += 1;
          return member.apply(of, given);
        };
      },
    });
  }

  const over = new Proxy(engine, {
    get(target, name) {
      if (name === 'store') return (id: string) => counting(target.store(id));
      const member = Reflect.get(target, name);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
  return { engine: over, counts };
}
