import type { Static } from 'typebox';
import type { Return as ReturnSchema } from '../../../contract/orders/return-schemas.ts';
import { collection } from '../../../store/port.ts';

export type Return = Static<typeof ReturnSchema>;

export const returns = collection<Return, 'note' | 'reason' | 'lines'>({
  name: 'returns',
  sealed: { note: true, reason: true, lines: true },
  indexes: {
    byGroup: {
      version: 1,
      columns: [
        { name: 'group', type: 'text' },
        { name: 'createdAt', type: 'text' },
      ],
      keys: ({ orderId, state, createdAt }) => [
        ['*', createdAt],
        [`order:${orderId}`, createdAt],
        [`state:${state}`, createdAt],
      ],
    },
  },
});
