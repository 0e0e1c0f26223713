import type { Emulator } from '../../emulator/index.ts';
import { storefrontVariables } from '../dev/storefront-variables.ts';

type Started = Pick<Emulator, 'url' | 'secretKey' | 'publishableKey' | 'simulators'>;

/** What the command finds the store by: our own names, those that the SDK reads, and those of storefronts. */
export function commandEnvironment({ url, secretKey, publishableKey, simulators }: Started) {
  const simulatorUrls = Object.entries(simulators).map(([name, address]): [string, string] => [
    `HP_${name.toUpperCase().replaceAll('-', '_')}_URL`,
    address,
  ]);
  return {
    HP_API_URL: url,
    HP_GRAPHQL_URL: `${url}/graphql`,
    HP_SECRET_KEY: secretKey,
    HP_PUBLISHABLE_KEY: publishableKey,
    ...Object.fromEntries(simulatorUrls),
    HEADLESSPRO_URL: url,
    HEADLESSPRO_SECRET_KEY: secretKey,
    HEADLESSPRO_PUBLISHABLE_KEY: publishableKey,
    ...storefrontVariables(url, publishableKey),
  };
}
