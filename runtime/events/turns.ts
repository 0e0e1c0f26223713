/** Whose turn it is, so that nobody always comes first. */
export class Turns {
  #last = '';

  /** In order, beginning after whoever had the last turn. `ids` are in order. */
  inTurn(ids: readonly string[]): string[] {
    const next = ids.findIndex((id) => id > this.#last);
    return next < 0 ? [...ids] : [...ids.slice(next), ...ids.slice(0, next)];
  }

  had(id: string): void {
    this.#last = id;
  }
}
