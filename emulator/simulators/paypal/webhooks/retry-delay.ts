const minute = 60_000;
const longest = 4 * 60 * minute;

/** The first attempt and 25 more, which with the waits below take three days. */
export const mostAttempts = 26;

/** How long to wait after the attempt of that number (from 1) failed: 1 min, 2 min, 4 min, …, 4 h. In ms. */
export function retryDelay(attempt: number): number {
  return Math.min(2 ** (attempt - 1) * minute, longest);
}
