import { settingsEvents, settingsOperations, settingsResource } from './settings.ts';

/** What a store says of itself. */
export function storeContract() {
  return { operations: settingsOperations, resources: [settingsResource], events: settingsEvents };
}

export type StoreOperations = ReturnType<typeof storeContract>['operations'];
