import type { Engine, Store } from '../../runtime/store/index.ts';

const reading = new Set([
  'get',
  'getBytes',
  'getMany',
  'getManyJson',
  'find',
  'query',
  'queryIds',
  'queryEach',
  'count',
]);

/** The same object, telling of each call of a reading method before it is made. */
function telling(store: Store, tell: (read: string) => void): Store {
  return new Proxy(store, {
    get(target, property) {
      const member: unknown = Reflect.get(target, property, target);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]) => {
        const collection = given[0] as { readonly name?: string } | undefined; // what every read is given first
        if (reading.has(String(property))) tell(`${String(property)} ${collection?.name}`);
        return member.apply(target, given);
      };
    },
  });
}

/** An engine whose stores write down each read outside of a transaction. */
export function countingReads(engine: Engine, reads: string[]): Engine {
  return new Proxy(engine, {
    get(target, property) {
      if (property === 'store') {
        return (id: string) => telling(target.store(id), (read) => void (id === 'shop' && reads.push(read)));
      }
      const member: unknown = Reflect.get(target, property, target);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}
