type FaultKind = 'latency' | 'error' | 'timeout' | 'drop' | 'rate_limit' | 'malformed' | 'repeat';

/**
 * What is to go wrong, and where: at one of `operation`, `provider` and `endpoint`. Written out, because users don't have
 * the package of the schema that the control takes; a test holds both together.
 */
export interface TestFaultInput {
  /**
   * `latency` holds a call up, `error` answers with a failure, `timeout` never answers, `drop` closes the connection,
   * `rate_limit` answers with 429 and `Retry-After`, `malformed` sends a body that is cut off, `repeat` sends a webhook
   * several times.
   */
  readonly kind: FaultKind;
  /** An operation of the platform: `checkout.carts.complete`, `catalog.*`, `*`. */
  readonly operation?: string;
  /** A simulated provider, as whoever asks it finds it: `stripe`. */
  readonly provider?: string;
  /** One route of the provider: `POST /v1/payment_intents`. */
  readonly route?: string;
  /**
   * A webhook endpoint by id or key, `integration:<key>` for a partner, `integration:*`, `*` for all of them;
   * `taxes` or `carrier:<key>` for what is asked while a cart is worked out; `notices:stripe` for what a simulated provider tells the platform by itself, `notices:*`.
   */
  readonly endpoint?: string;
  /** Before the work is done or after it: `before` unless given, and `after` for `malformed`. */
  readonly when?: 'before' | 'after';
  /** How likely it is to strike, up to 1; 1 unless given. */
  readonly probability?: number;
  /** Another seed strikes other calls of the same row; 0 unless given. */
  readonly seed?: number;
  /** How many calls are let by first. */
  readonly skip?: number;
  /** How often it strikes before it is used up; without end unless given. */
  readonly times?: number;
  /** Of `latency`: how long a call is held up, in real time, up to a minute: `800ms`, `2s`. */
  readonly delay?: string;
  /** Of `error`: the HTTP status; 503 unless given, or that of `code`. */
  readonly status?: number;
  /** Of `error` at an operation: the problem that it answers with: `out_of_stock`. */
  readonly code?: string;
  /** Of `rate_limit`: what `Retry-After` says, `1s` unless given. */
  readonly retryAfter?: string;
  /** Of `repeat`: how often the same message is sent at once; 2 unless given. */
  readonly copies?: number;
}

/** A fault as it stands. */
export interface TestFault {
  /** `fault_1` */
  readonly id: string;
  readonly kind: FaultKind;
  readonly operation: string | null;
  readonly provider: string | null;
  readonly route: string | null;
  readonly endpoint: string | null;
  readonly when: 'before' | 'after';
  readonly probability: number;
  readonly seed: number;
  readonly skip: number;
  readonly times: number | null;
  /** 0 but for `latency`. */
  readonly delayMilliseconds: number;
  /** Of the answer, of `error` and `rate_limit`; else 0. */
  readonly status: number;
  readonly code: string | null;
  /** 0 but for `rate_limit`. */
  readonly retryAfterSeconds: number;
  /** 1 but for `repeat`. */
  readonly copies: number;
  /** The scenario that set it. */
  readonly scenario: string | null;
  /** How many calls it was looked up for. */
  readonly calls: number;
  /** How many of them it struck. */
  readonly struck: number;
}

/** Lets things go wrong in one store. */
export interface TestFaults {
  /**
   * @example
   * await store.faults.set({ kind: 'error', provider: 'stripe', times: 1 });
   */
  set(fault: TestFaultInput): Promise<TestFault>;
  /** Those that are set, each with how often it struck. */
  list(): Promise<readonly TestFault[]>;
  /** Takes the one of an id away, or all of them. */
  clear(id?: string): Promise<void>;
  /** Sets the faults of a ready-made scenario: `payment-provider-down`, as `hp faults scenario` lists them. */
  scenario(name: string): Promise<readonly TestFault[]>;
}
