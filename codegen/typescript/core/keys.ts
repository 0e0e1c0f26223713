import { environmentVariable, isBrowser } from './environment.ts';

/** The secret key to use. Refused in a browser, where every visitor could read it. */
export function requireSecretKey(given: string | undefined): string {
  const key = given ?? environmentVariable('HEADLESSPRO_SECRET_KEY');
  if (isBrowser()) {
    throw new TypeError(
      'createStore is for servers: in a browser, every visitor could read the secret key. Use createStorefront from ' +
        './storefront.js with a publishable key (hp_pk_…).',
    );
  }
  if (key === undefined) {
    throw new TypeError(
      'No secret key: pass { secretKey } or set HEADLESSPRO_SECRET_KEY. `hp dev` prints the keys of the local store.',
    );
  }
  return key;
}

export function requirePublishableKey(key: string | undefined): string {
  if (!key || key.startsWith('hp_sk_')) {
    throw new TypeError(
      `createStorefront takes a publishable key (hp_pk_…)${key ? ', not a secret one: visitors could read it' : ''}. ` +
        '`hp dev` prints the keys of the local store.',
    );
  }
  return key;
}
