/** A call as it passed by. */
export interface Exchange {
  readonly method: string;
  /** With its query. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** As JSON; undefined for none. */
  readonly body: unknown;
  readonly status: number;
  /** As JSON; undefined for none, or for something else. */
  readonly answer: unknown;
  /** When it was asked and answered, in milliseconds of one clock. */
  readonly askedAt: number;
  readonly answeredAt: number;
}
