import { type LookupAddress, type LookupAllOptions, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { type AddressPolicy, refusalOfAddress } from './address-rules.ts';
import { OutgoingFailure } from './outgoing.ts';

/** Finds all addresses of a name. */
export type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * The look-up of a connection, which then goes to an address that it answered: a name is resolved once, and what
 * was checked is what is connected to, so a name that resolves otherwise a moment later (DNS rebinding) is no way
 * in. A name with any address that is refused is refused as a whole.
 */
export function checkedLookup(policy: AddressPolicy, resolve: Resolve = lookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      for (const { address } of addresses) {
        const refusal = refusalOfAddress(address, policy);
        if (refusal) return callback(new OutgoingFailure('refused', `${hostname} leads to ${refusal}`), []);
      }
      const [first] = addresses;
      if (!first) return callback(new OutgoingFailure('name', `${hostname} has no address.`), []);
      if (options.all) return callback(null, addresses);
      callback(null, first.address, first.family);
    });
  };
}
