/** Transactions that are committed together, or not at all where the disk fails. */
export class CommitGroup {
  /** Rejects with what kept the group from being committed. */
  readonly committed: Promise<void>;
  /** Set when no more shall join. */
  isDue = false;
  #settle: { readonly succeed: () => void; readonly fail: (cause: unknown) => void };

  constructor() {
    let settle = { succeed: () => {}, fail: (_cause: unknown) => {} };
    this.committed = new Promise((succeed, fail) => {
      settle = { succeed, fail };
    });
    this.#settle = settle;
    // Whoever is of the group waits for it; a group that fails before anybody does is no fault of its own.
    this.committed.catch(() => undefined);
  }

  succeed(): void {
    this.#settle.succeed();
  }

  fail(cause: unknown): void {
    this.#settle.fail(cause);
  }
}
