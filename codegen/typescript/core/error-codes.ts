/** Facts that errors of a code carry in `details`. A generated SDK has its own store's list here. */
export interface ErrorDetails {
  out_of_stock: { available: number };
  rate_limited: Record<string, unknown>;
  version_conflict: Record<string, unknown>;
}
