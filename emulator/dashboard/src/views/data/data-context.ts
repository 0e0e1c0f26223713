import { createContext, useContext } from 'react';
import type { Collection } from '../../contract/collections.ts';
import type { ApiDocument } from '../../contract/open-api.ts';

/** What the store's API has, for what is drawn inside of the view. */
export interface StoreContract {
  readonly document: ApiDocument;
  readonly collections: readonly Collection[];
}

export const DataContext = createContext<StoreContract | undefined>(undefined);

export function useContract(): StoreContract {
  const contract = useContext(DataContext);
  if (!contract) throw new Error('useContract is used outside of the data view.');
  return contract;
}
