/**
 * What this process is asking providers right now. Their notices are often faster than their answers: whoever waits for
 * the answer first, has nothing left to ask.
 */
export class Settlements {
  readonly #underWay = new Map<string, Promise<void>>();

  /** Does what asks about a payment. */
  async during<Result>(paymentId: string, ask: () => Promise<Result>): Promise<Result> {
    const asking = ask();
    const over = asking.then(
      () => undefined,
      () => undefined,
    );
    this.#underWay.set(paymentId, over);
    try {
      return await asking;
    } finally {
      if (this.#underWay.get(paymentId) === over) this.#underWay.delete(paymentId);
    }
  }

  /** Resolves when nothing is being asked about a payment, however it ended. */
  async over(paymentId: string): Promise<void> {
    await this.#underWay.get(paymentId);
  }
}
