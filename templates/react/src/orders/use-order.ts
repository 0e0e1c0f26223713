import { useEffect, useMemo, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useIsSignedIn } from '../account/use-is-signed-in.ts';
import { links } from '../catalog/links.ts';
import { ApiError } from '../headlesspro/storefront.js';
import { type Loaded, useLoaded } from '../loading/use-loaded.ts';
import { useStore } from '../store/store-context.ts';
import { KnownOrders } from './known-orders.ts';
import { type LoadedOrder, loadOrder } from './load-order.ts';

/** An order that nobody here may open, or one that is loaded. */
export type FoundOrder =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'known'; readonly loaded: Loaded<LoadedOrder> };

/**
 * The order of a page. A copied link brings the token behind the `#`, which browsers send to no server; it is kept,
 * and taken out of the address.
 */
export function useOrder(orderId: string, version = 0): FoundOrder {
  const { api, url } = useStore();
  const { hash } = useLocation();
  const navigate = useNavigate();
  const orders = useMemo(() => new KnownOrders(url), [url]);
  const token = new URLSearchParams(hash.slice(1)).get('token');
  const isSignedIn = useIsSignedIn();
  const own = isSignedIn ? { id: orderId, token: null, payment: null } : undefined;
  const known = token ? { id: orderId, token, payment: null } : (orders.find(orderId) ?? own);
  const visit = useVisits();

  useEffect(() => {
    if (!token) return;
    orders.remember({ id: orderId, token, payment: null });
    void navigate(links.order(orderId), { replace: true });
  }, [token, orderId, orders, navigate]);

  const loaded = useLoaded(JSON.stringify([known, version, visit]), (signal) =>
    known ? loadOrder(api, known, signal) : Promise.reject(new Error('No token.')),
  );
  const isGone = loaded.status === 'failed' && ApiError.is(loaded.error, 'not_found');
  return known && !isGone ? { kind: 'known', loaded } : { kind: 'unknown' };
}

/** Rises each time that the shopper comes back to the page: parcels move while it is away. */
function useVisits(): number {
  const [visits, setVisits] = useState(0);
  useEffect(() => {
    const onShow = () => document.visibilityState === 'visible' && setVisits((count) => count + 1);
    document.addEventListener('visibilitychange', onShow);
    return () => document.removeEventListener('visibilitychange', onShow);
  }, []);
  return visits;
}
