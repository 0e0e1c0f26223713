import { type ReactNode, useMemo } from 'react';
import { CustomerSession } from '../account/customer-session.ts';
import { createStorefront } from '../headlesspro/storefront.js';
import { useLoaded } from '../loading/use-loaded.ts';
import { type Store, StoreContext } from './store-context.ts';

interface StoreProviderProps {
  readonly url: string;
  readonly publishableKey: string;
  readonly loading: ReactNode;
  readonly failed: (error: Error, retry: () => void) => ReactNode;
  readonly children: ReactNode;
}

/** Reads the store's settings once; everything below can count on them. */
export function StoreProvider({ url, publishableKey, loading, failed, children }: StoreProviderProps) {
  const customer = useMemo(() => new CustomerSession(url, publishableKey), [url, publishableKey]);
  const api = useMemo(
    () => createStorefront({ url, publishableKey, customerToken: customer.token }),
    [url, publishableKey, customer],
  );
  const settings = useLoaded(url, (signal) => api.settings.get({ signal }));
  const store = useMemo((): Store | null => {
    const channel = settings.data?.channels[0];
    return settings.data && channel ? { url, api, customer, settings: settings.data, channel } : null;
  }, [url, api, customer, settings.data]);
  if (settings.status === 'failed') return failed(settings.error, settings.retry);
  if (!store) return loading;
  return <StoreContext value={store}>{children}</StoreContext>;
}
