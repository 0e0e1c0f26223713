import type { Store, Writer } from '../store/port.ts';

function refuse(): never {
  throw new Error('An operation with effect "read" tried to write; its contract must say "write".');
}

/** A store as the handlers of reads get it: the writing methods are there, and throw. */
export function readOnly(store: Store): Writer {
  return {
    get: store.get.bind(store),
    getBytes: store.getBytes.bind(store),
    getMany: store.getMany.bind(store),
    getManyJson: store.getManyJson.bind(store),
    find: store.find.bind(store),
    query: store.query.bind(store),
    queryIds: store.queryIds.bind(store),
    queryEach: store.queryEach.bind(store),
    count: store.count.bind(store),
    revision: store.revision.bind(store),
    insert: refuse,
    insertMany: refuse,
    update: refuse,
    delete: refuse,
    append: refuse,
    completeDelivery: refuse,
  };
}
