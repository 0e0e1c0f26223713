import type { Static } from 'typebox';
import type { Media as MediaSchema } from '../../../contract/catalog/media.ts';
import { collection } from '../../../store/port.ts';

export type Media = Static<typeof MediaSchema>;

export const media = collection<Media>({
  name: 'media',
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
