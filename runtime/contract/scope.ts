/** What a key may be allowed to do. `:write` does not include `:read`. */
export const scopes = {
  'catalog:read': 'Read published products, categories, collections, prices and availability.',
  'catalog:manage': 'Read the whole catalog: drafts, costs, history.',
  'catalog:write': 'Create, change and delete products, categories, collections, price lists and media.',
  'inventory:read': 'Read stock levels, reservations and their history.',
  'inventory:write': 'Adjust stock and hold, commit or release reservations.',
  'carts:read': 'Read carts: with a publishable key, one by its token.',
  'carts:write': 'Create and change carts: with a publishable key, one by its token.',
  'carts:manage': 'List and delete the carts of all customers.',
  'customers:read': 'Read customers.',
  'customers:write': 'Create, change and erase customers.',
  'customers:self': 'Sign customers in, and let the signed-in read and change what is theirs.',
  'promotions:read': 'Read promotions.',
  'promotions:write': 'Create, change and delete promotions, and count their uses.',
  'payments:read': 'Read payments, refunds, disputes and the ledger.',
  'payments:write': 'Take, capture, cancel and refund payments.',
  'orders:read': 'Read orders with everything about them.',
  'orders:write': 'Change orders: fulfil, cancel, return, refund, edit.',
  'fraud:read': 'Read fraud assessments.',
  'fraud:write': 'Assess orders, and decide those under review.',
  'analytics:read': 'Read what was sold, and how it went.',
  'analytics:write': 'Make the figures anew.',
  'mail:read': 'Read the mails that were sent.',
  'mail:write': 'Send mails again.',
  'webhooks:read': 'Read webhook endpoints and what was sent to them.',
  'webhooks:write': 'Create, change and delete webhook endpoints, and send events again.',
  'integrations:read': 'Read integrations, what partners sent, and how their stock compares.',
  'integrations:write': 'Try callbacks again, and compare stock.',
  'store:read': "Read the store's settings: channels, locales, currencies, product types.",
  'store:write': "Apply a plan to the store's configuration and catalog.",
} as const satisfies Record<string, string>;

export type Scope = keyof typeof scopes;

/**
 * A publishable key ends up in browsers: it reads what a visitor may see, fills carts whose token it knows, and signs
 * customers in.
 */
export const publishableScopes: readonly Scope[] = [
  'catalog:read',
  'carts:read',
  'carts:write',
  'customers:self',
  'store:read',
];

export const secretScopes = Object.keys(scopes) as readonly Scope[];
