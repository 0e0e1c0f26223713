const minute = 60;

/** As Stripe does in a sandbox: three more tries in the course of a few hours. */
const delays = [minute, 30 * minute, 150 * minute];

/** Seconds of business time to wait after a failed attempt, counted from 1; undefined where it was the last. */
export function retryDelaySeconds(attempt: number): number | undefined {
  return delays[attempt - 1];
}
