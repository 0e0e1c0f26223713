/** A request that was answered, as the live log shows it. */
export interface LoggedRequest {
  readonly requestId: string;
  /** Business time, RFC 3339. */
  readonly time: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** Real time. */
  readonly milliseconds: number;
  /** `catalog.products.list`; undefined for what is no operation. */
  readonly operation?: string | undefined;
  readonly keyKind?: string | undefined;
  readonly traceId?: string | undefined;
}

export interface NumberedRequest {
  /** Rises by one with each request. */
  readonly number: number;
  readonly request: LoggedRequest;
}

/** The latest requests, so that a page that is opened later, or that lost its connection, sees them too. */
export class RequestLog {
  readonly #size: number;
  readonly #listeners = new Set<(entry: NumberedRequest) => void>();
  #entries: NumberedRequest[] = [];
  #number = 0;

  constructor(size: number) {
    this.#size = size;
  }

  add(request: LoggedRequest): void {
    this.#number += 1;
    const entry = { number: this.#number, request };
    this.#entries = [...this.#entries.slice(1 - this.#size), entry];
    for (const listener of this.#listeners) listener(entry);
  }

  /** What is kept of the requests after a number, oldest first. */
  after(number: number): readonly NumberedRequest[] {
    return this.#entries.filter((entry) => entry.number > number);
  }

  subscribe(listener: (entry: NumberedRequest) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
