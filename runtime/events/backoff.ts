/** After this many tries a delivery is given up: with the waits below that is a little under a day. */
export const maximumAttempts = 20;
const longestWaitSeconds = 2 * 60 * 60;

/** How long to wait after the attempt of that number (from 1) failed: 1 s, 2 s, 4 s, …, 2 h. */
export function retryDelaySeconds(attempt: number): number {
  return Math.min(2 ** (attempt - 1), longestWaitSeconds);
}
