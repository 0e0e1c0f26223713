import { useSyncExternalStore } from 'react';
import { useStore } from '../store/store-context.ts';

/** Whether somebody is signed in in this browser, as far as it knows. */
export function useIsSignedIn(): boolean {
  const { customer } = useStore();
  return useSyncExternalStore(customer.subscribe, customer.isSignedIn);
}
