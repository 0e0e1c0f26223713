import QuickLRU from 'quick-lru';

/** Envelopes remembered, once to twice as many: what a few hundred orders, carts and payments take. */
const most = 512;

/**
 * What is in the envelopes that were sealed or opened last. A purchase reads its cart, payment and order dozens of times, and an envelope
 * with the same text always has the same in it: its nonce is random.
 */
export class RecentlyOpened {
  readonly #contents = new QuickLRU<string, unknown>({ maxSize: most });

  /** What `open` answers, or answered before. */
  remember(envelope: string, open: () => unknown): unknown {
    const known = this.#contents.get(envelope);
    if (known !== undefined) return known;
    const contents = open();
    this.#contents.set(envelope, contents);
    return contents;
  }
}
