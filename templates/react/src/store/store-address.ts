/** Where the store is, and the key to see it with. Both come from `hp dev`, or from the host that builds this. */
export interface StoreAddress {
  readonly url: string;
  readonly publishableKey: string;
  /** Names of the variables that are not set. */
  readonly missing: readonly string[];
}

const urlVariable = 'VITE_HEADLESSPRO_URL';
const keyVariable = 'VITE_HEADLESSPRO_PUBLISHABLE_KEY';

export function storeAddress(environment: Readonly<Record<string, unknown>>): StoreAddress {
  const read = (name: string) => {
    const value = environment[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const url = read(urlVariable).replace(/\/+$/, '');
  const publishableKey = read(keyVariable);
  const missing = [...(url ? [] : [urlVariable]), ...(publishableKey ? [] : [keyVariable])];
  return { url, publishableKey, missing };
}
