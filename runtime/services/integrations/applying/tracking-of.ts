interface Told {
  readonly carrier?: string | null;
  readonly number?: string | null;
  readonly url?: string | null;
}

/** What a partner tells of a parcel's tracking, as a fulfilment takes it: what is empty is not known. */
export function trackingOf({ carrier, number, url }: Told): Told {
  const told = Object.entries({ carrier, number, url }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(told.map(([name, value]) => [name, value || null]));
}
