/** Transactions that are committed together, or not at all where the disk fails. */
export class CommitGroup {
  /** Rejects with what kept the group from being committed. */
  readonly committed: Promise<void>;
  /** Set when no more shall join. */
  isDue = false;
  /** Whether nothing has been written yet that another transaction could take with it when it fails. */
  isEmpty = true;
  // Both are the promise's own as soon as it is made.
  #succeed: () => void = () => undefined;
  #fail: (cause: unknown) => void = () => undefined;

  constructor() {
    this.committed = new Promise((succeed, fail) => {
      this.#succeed = succeed;
      this.#fail = fail;
    });
    // Whoever is of the group waits for it; a group that fails before anybody does is no fault of its own.
    this.committed.catch(() => undefined);
  }

  succeed(): void {
    this.#succeed();
  }

  fail(cause: unknown): void {
    this.#fail(cause);
  }
}
