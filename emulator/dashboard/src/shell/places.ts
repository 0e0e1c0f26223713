/** Where one can go: the navigation and the command palette are drawn from it. */
export interface Place {
  readonly path: string;
  readonly name: string;
  /** Two keys, one after the other. */
  readonly keys: string;
  /** Other words under which it is looked for. */
  readonly words: readonly string[];
  /** Drawn on a grid of 16 by 16. */
  readonly icon: string;
}

export const places: readonly Place[] = [
  {
    ...{ path: '/', name: 'Overview', keys: 'g o', words: ['home', 'keys', 'addresses', 'store'] },
    icon: 'M2 7.5 8 2.5l6 5M4 6.5v7h8v-7',
  },
  {
    ...{ path: '/activity', name: 'Activity', keys: 'g a' },
    words: ['requests', 'log', 'events', 'inspector', 'journal', 'provider calls'],
    icon: 'M1.5 8h3l2-5 3 10 2-5h3',
  },
  {
    ...{ path: '/webhooks', name: 'Webhooks', keys: 'g w' },
    words: ['endpoints', 'deliveries', 'replay', 'dead letters', 'catch-all', 'signature'],
    icon: 'M2.5 4.5h8M8 2l2.5 2.5L8 7M13.5 11.5h-8M8 9l-2.5 2.5L8 14',
  },
  {
    ...{ path: '/data', name: 'Data', keys: 'g d' },
    words: ['products', 'orders', 'customers', 'carts', 'payments', 'records', 'tables', 'edit', 'create'],
    icon: 'M2.5 3h11v10h-11zM2.5 6.5h11M2.5 9.7h11M6.5 3v10',
  },
  {
    ...{ path: '/inbox', name: 'Inbox', keys: 'g i', words: ['mail', 'letters'] },
    icon: 'M2 3.5h12v9H2zM2 4l6 5 6-5',
  },
  {
    ...{ path: '/controls', name: 'Controls', keys: 'g c' },
    words: [
      'clock',
      'time',
      'snapshots',
      'sandboxes',
      'faults',
      'scenarios',
      'restore',
      'freeze',
      'advance',
      'recordings',
      'replay',
    ],
    icon: 'M2.5 4.5h6M11.5 4.5h2M2.5 11.5h2M7.5 11.5h6M10 2.8v3.4M6 9.8v3.4',
  },
  {
    ...{ path: '/tools', name: 'Simulators and tools', keys: 'g t' },
    words: ['stripe', 'paypal', 'playground', 'graphql', 'reference', 'storefront', 'openapi'],
    icon: 'M2.5 2.5h4.5v4.5h-4.5zM9 2.5h4.5v4.5h-4.5zM2.5 9h4.5v4.5h-4.5zM9 9h4.5v4.5h-4.5z',
  },
];
