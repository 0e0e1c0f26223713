const minute = 60;
const hour = 60 * minute;

/** Seconds from one try to the next, as Standard Webhooks proposes it: ten tries in a little over three days. */
export const waits: readonly number[] = [
  ...[5, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour],
];

/** A wait is longer by up to this part of it, so that what failed together is not tried again together. */
const jitter = 0.2;

/** Longest wait that a receiver can ask for. */
const longestWish = 24 * hour;

/**
 * Seconds until the try after the one of that number (from 1); undefined where none is left. `fraction` (0 to 1) spreads
 * them. A receiver that asks for more time, by Retry-After, gets it.
 */
export function waitAfter(tries: number, fraction: number, wishedSeconds = 0): number | undefined {
  const planned = waits[tries - 1];
  if (planned === undefined) return undefined;
  return Math.max(planned * (1 + jitter * fraction), Math.min(wishedSeconds, longestWish));
}

/** A number from 0 to 1 that is the same for the same try of the same delivery: retries can be told beforehand. */
export function fractionOf(deliveryId: string, tries: number): number {
  let hash = 2_166_136_261 ^ tries;
  // FNV-1a.
  for (const character of deliveryId) hash = Math.imul(hash ^ character.charCodeAt(0), 16_777_619);
  // Its low bits differ for ids that differ in the last place only once they are mixed.
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}

/** Seconds that a receiver asks to be left alone (RFC 9110, 10.2.3); 0 where it doesn't, or nobody can read it. */
export function retryAfterSeconds(value: string | undefined, machineNow: Date): number {
  if (value === undefined) return 0;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value.trim());
  const time = Date.parse(value);
  return Number.isNaN(time) ? 0 : Math.max(0, Math.ceil((time - machineNow.getTime()) / 1000));
}
