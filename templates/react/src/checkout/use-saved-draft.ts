import { useEffect, useMemo, useState } from 'react';
import { savedValue } from '../store/saved-value.ts';
import { useStore } from '../store/store-context.ts';
import { type CheckoutDraft, parseCheckoutDraft } from './checkout-draft.ts';

/** Where what is typed is kept: in this tab, until it is closed or the order is made. */
export function savedDraft(storeUrl: string) {
  return savedValue(storeUrl, 'checkout', parseCheckoutDraft, () => sessionStorage);
}

/** What was typed, over reloads and ways back from the payment page. */
export function useSavedDraft(initial: CheckoutDraft) {
  const { url } = useStore();
  const saved = useMemo(() => savedDraft(url), [url]);
  const [draft, setDraft] = useState<CheckoutDraft>(() => saved.read() ?? initial);
  useEffect(() => saved.write(draft), [saved, draft]);
  return [draft, setDraft] as const;
}
