import type { Writer } from '../../../../runtime/store/port.ts';

/** What a handler works with: one account, one transaction, one moment. */
export interface Work {
  readonly store: Writer;
  /** `acct_…`; every look-up is within it. */
  readonly account: string;
  /** Unix seconds of business time. */
  readonly now: number;
  /** Where the simulator's pages are: `http://127.0.0.1:4010`. */
  readonly url: string;
  /** Stands in the events that the request causes; null for what happens by itself. */
  readonly request: { readonly id: string; readonly idempotency_key: string | null } | null;
  /** Whether the key is one that a browser may have. */
  readonly isPublishable: boolean;
}
