import type { Engine, Store } from '../../../runtime/store/index.ts';

/** What a process that has died answers. */
export class Crash extends Error {}

export interface CrashPlan {
  /** Counts transactions from 1. */
  readonly at: number;
  readonly when: 'before' | 'after';
}

/** An engine whose process dies at a transaction: what was committed stays, and nothing is done any more. */
export function crashingEngine(engine: Engine, storeId: string, plan: CrashPlan) {
  let transactions = 0;
  let isDead = false;

  function alive(): void {
    if (isDead) throw new Crash('The process has died.');
  }

  function die(): never {
    isDead = true;
    throw new Crash(`The process died ${plan.when} transaction ${plan.at}.`);
  }

  function crashing(store: Store): Store {
    return new Proxy(store, {
      get(target, name) {
        alive();
        if (name !== 'transaction') {
          const member = Reflect.get(target, name);
          return typeof member === 'function' ? member.bind(target) : member;
        }
        return async (work: Parameters<Store['transaction']>[0]) => {
          alive();
          transactions += 1;
          const isHere = transactions === plan.at;
          if (isHere && plan.when === 'before') die();
          const result = await target.transaction(work);
          if (isHere) die();
          return result;
        };
      },
    });
  }

  const over = new Proxy(engine, {
    get(target, name) {
      if (name === 'store')
        return (id: string) => (id === storeId ? crashing(target.store(id)) : target.store(id));
      const member = Reflect.get(target, name);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
  return { engine: over, transactions: () => transactions, hasCrashed: () => isDead };
}
