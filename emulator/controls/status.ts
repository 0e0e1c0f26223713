import Type from 'typebox';
import { defineControls } from './control.ts';

/** What a store's own tools want to know first. */
export const statusControls = defineControls({
  'status.show': {
    summary: 'Show what runs here',
    http: 'GET /_emulator/v1/status',
    input: Type.Object({}),
    output: Type.Object({
      storeId: Type.String({ description: 'The store or sandbox of the key that asks.' }),
      api: Type.String({ description: 'Base URL of the API.' }),
      graphql: Type.String(),
      dashboard: Type.Union([Type.String(), Type.Null()], {
        description: 'Null where no pages are served, as by `hp exec`.',
      }),
      storefront: Type.Union([Type.String(), Type.Null()]),
      tunnel: Type.Union([Type.String(), Type.Null()], {
        description: 'Public address of the API; null without `hp dev --tunnel`.',
      }),
      simulators: Type.Record(Type.String(), Type.String(), {
        description: 'Base URL of each simulated provider.',
      }),
      versions: Type.Object({
        node: Type.String(),
        database: Type.String(),
      }),
    }),
    errors: [],
    effect: 'read',
  },
});
