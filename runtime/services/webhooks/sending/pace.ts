const most = 16;
const atFirst = 4;

/**
 * How fast an endpoint is sent to: more requests at a time while it succeeds, one while it fails, so that one that
 * hangs holds next to nothing of what all share; and no more a second than it wants.
 */
export class Pace {
  #concurrency = atFirst;
  /** Machine milliseconds. */
  #nextAt = 0;

  get concurrency(): number {
    return this.#concurrency;
  }

  succeeded(): void {
    this.#concurrency = Math.min(most, this.#concurrency + 1);
  }

  failed(): void {
    this.#concurrency = Math.max(1, Math.floor(this.#concurrency / 2));
  }

  /** Takes the next turn; answers in how many milliseconds it comes. */
  turnIn(rateLimit: number | null, now: number): number {
    if (rateLimit === null) return 0;
    const at = Math.max(now, this.#nextAt);
    this.#nextAt = at + 1000 / rateLimit;
    return at - now;
  }
}
