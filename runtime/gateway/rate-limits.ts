/**
 * How many requests a key may make within a window. A publishable key is shared by all visitors of a storefront, so
 * it may make more than a secret one. REST and GraphQL requests count alike.
 */
export interface RateLimits {
  /** Real time: what is protected is the machine, whatever the business clock says. */
  readonly windowSeconds: number;
  readonly secret: number;
  readonly publishable: number;
}

/** 100 requests a second for a secret key, 1,000 for a publishable one; bursts are evened out over 10 seconds. */
export const defaultRateLimits: RateLimits = { windowSeconds: 10, secret: 1_000, publishable: 10_000 };
