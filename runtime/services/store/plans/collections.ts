import type { Static } from 'typebox';
import type { StoreOperations } from '../../../contract/store/index.ts';
import { collection, type StoredDocument } from '../../../store/port.ts';

export type Plan = Static<StoreOperations['store.plans.create']['output']>;

type Change = Static<StoreOperations['store.plans.stage']['input']>['changes'][number];

/** One change of a plan, in the order in which it was staged. */
export interface StagedChange extends StoredDocument {
  readonly planId: string;
  readonly position: number;
  readonly change: Change;
}

export const plans = collection<Plan>({
  name: 'plans',
  indexes: {
    byCreated: {
      version: 1,
      columns: [
        { name: 'all', type: 'integer' },
        { name: 'created', type: 'text' },
      ],
      keys: ({ createdAt }) => [[1, createdAt]],
    },
  },
});

export const stagedChanges = collection<StagedChange>({
  name: 'staged_changes',
  indexes: {
    byPlan: {
      version: 1,
      columns: [
        { name: 'plan', type: 'text' },
        { name: 'position', type: 'integer' },
      ],
      unique: true,
      keys: ({ planId, position }) => [[planId, position]],
    },
  },
});
