import { planEvents, planOperations, planResources } from './plans.ts';
import { settingsEvents, settingsOperations, settingsResource } from './settings.ts';

export { planProblems } from './plans.ts';

/** What a store says of itself, and how its configuration and catalog are moved to another. */
export function storeContract() {
  return {
    operations: { ...settingsOperations, ...planOperations },
    resources: [settingsResource, ...planResources],
    events: [...settingsEvents, ...planEvents],
  };
}

export type StoreOperations = ReturnType<typeof storeContract>['operations'];
