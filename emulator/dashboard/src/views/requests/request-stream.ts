import type { LoggedRequest } from '../../../../inspector/request-log.ts';
import { addressOf } from '../../session/session.ts';

export interface ShownRequest extends LoggedRequest {
  readonly number: number;
}

export interface StreamState {
  readonly connection: 'connecting' | 'open' | 'lost';
  /** Latest first. */
  readonly requests: readonly ShownRequest[];
}

const kept = 200;

/**
 * The live log as a store that React can subscribe to. The browser connects again by itself, and says which request
 * it has seen last, so nothing is missed and nothing shown twice.
 */
export class RequestStream {
  #state: StreamState = { connection: 'connecting', requests: [] };
  readonly #listeners = new Set<() => void>();
  #source: EventSource | undefined;

  readonly read = (): StreamState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    if (!this.#source) this.#open();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#source?.close();
      this.#source = undefined;
    };
  };

  readonly clear = (): void => this.#change({ requests: [] });

  #open(): void {
    const source = new EventSource(addressOf('_emulator/requests'));
    source.onopen = () => this.#change({ connection: 'open' });
    source.onerror = () => this.#change({ connection: 'lost' });
    source.onmessage = ({ data, lastEventId }) => {
      const request: LoggedRequest = JSON.parse(data);
      const number = Number(lastEventId);
      // An emulator that was restarted counts from the beginning.
      const before = this.#state.requests.filter((shown) => shown.requestId !== request.requestId);
      this.#change({ requests: [{ ...request, number }, ...before].slice(0, kept) });
    };
    this.#source = source;
  }

  #change(change: Partial<StreamState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
