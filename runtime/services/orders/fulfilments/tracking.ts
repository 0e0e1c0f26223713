import type { Fulfilment } from './stored-fulfilment.ts';

type Tracking = Fulfilment['tracking'];

const none: Tracking = { carrier: null, number: null, url: null };

/** How a parcel is tracked, with what is said newly; what is left out stays. */
export function withTracking(
  tracking: Tracking | undefined,
  input: { readonly [Name in keyof Tracking]?: Tracking[Name] | undefined },
): Tracking {
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  return { ...(tracking ?? none), ...given };
}
