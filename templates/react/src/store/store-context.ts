import { createContext, use } from 'react';
import type { CustomerSession } from '../account/customer-session.ts';
import type { Channel, Storefront, StoreSettings } from '../headlesspro/storefront.js';

/** The store that this storefront shows: its API, and what its headlesspro.config.ts declares. */
export interface Store {
  readonly url: string;
  /** Asks as whoever is signed in. */
  readonly api: Storefront;
  /** Whether somebody is. */
  readonly customer: CustomerSession;
  readonly settings: StoreSettings;
  /** Where the publishable key sells. */
  readonly channel: Channel;
}

export const StoreContext = createContext<Store | null>(null);

export function useStore(): Store {
  const store = use(StoreContext);
  if (!store) throw new Error('useStore is for components inside <StoreProvider>.');
  return store;
}
