import { listAll, type TransferClient } from './transfer-client.ts';

export interface AttributeFact {
  readonly name: string;
  readonly type: string;
  readonly list: boolean;
  readonly required: boolean;
  readonly level: 'product' | 'variant';
  readonly to: string | null;
}

export interface ProductTypeFact {
  readonly key: string;
  readonly name: string;
  readonly attributes: readonly AttributeFact[];
}

export interface LocationFact {
  readonly id: string;
  readonly name: string;
  readonly isActive: boolean;
}

/** What a transfer has to know of the store's configuration: `store.settings.get`. */
export interface StoreFacts {
  readonly currencies: readonly string[];
  readonly channels: readonly { readonly key: string }[];
  readonly productTypes: readonly ProductTypeFact[];
}

export async function readStoreFacts(client: TransferClient): Promise<StoreFacts> {
  // The operation's answer, as the contract has it.
  return (await client.execute('store.settings.get', {})) as StoreFacts;
}

/** All locations of the store. */
export async function readLocations(client: TransferClient): Promise<readonly LocationFact[]> {
  const locations: LocationFact[] = [];
  for await (const location of listAll<LocationFact>(client, 'catalog.locations.list')) {
    locations.push(location);
  }
  return locations;
}
