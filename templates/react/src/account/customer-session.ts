import { ApiError, createStorefront, type SessionTokens } from '../headlesspro/storefront.js';
import { type SavedValue, savedValue } from '../store/saved-value.ts';

/**
 * What this browser keeps of a customer who is signed in. A refresh token works once; asked again under the same
 * `refreshKey`, the platform answers the same, so that a page that is left before the answer loses nothing.
 */
interface SavedSession {
  readonly refreshToken: string;
  readonly refreshKey: string;
}

function parseSession(value: unknown): SavedSession | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { refreshToken, refreshKey } = value as Record<string, unknown>;
  if (typeof refreshToken !== 'string' || typeof refreshKey !== 'string') return undefined;
  return { refreshToken, refreshKey };
}

/** Seconds before its end from which on an access token is not sent any more. */
const margin = 30;

function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16)).join('-');
}

/** One tab at a time: each refresh makes the token before it useless. */
function inTurn<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  // Pages that are not served safely have no locks.
  return 'locks' in navigator ? navigator.locks.request(name, work) : work();
}

/**
 * Who is signed in here. The access token lives in this page's memory and is renewed as it runs out; the refresh token
 * lies in localStorage, where all tabs find it.
 */
export class CustomerSession {
  readonly #api: ReturnType<typeof createStorefront>;
  readonly #saved: SavedValue<SavedSession>;
  readonly #listeners = new Set<() => void>();
  #access: { readonly token: string; readonly until: number } | undefined;
  #renewing: Promise<string | undefined> | undefined;

  constructor(url: string, publishableKey: string) {
    // Asks as a guest: nobody needs a token to get one.
    this.#api = createStorefront({ url, publishableKey });
    this.#saved = savedValue(url, 'session', parseSession);
  }

  readonly isSignedIn = (): boolean => this.#saved.read() !== undefined;

  /** Hears of signing in and out, also in other tabs. */
  readonly subscribe = (listener: () => void): (() => void) => {
    const onStorage = ({ key }: StorageEvent) => {
      if (key !== this.#saved.key) return;
      // Maybe it is another customer.
      this.#access = undefined;
      listener();
    };
    this.#listeners.add(listener);
    window.addEventListener('storage', onStorage);
    return () => {
      this.#listeners.delete(listener);
      window.removeEventListener('storage', onStorage);
    };
  };

  /** The access token to send, `refused` not any more; undefined for a guest. */
  readonly token = async (refused: string | undefined): Promise<string | undefined> => {
    if (!this.isSignedIn()) return undefined;
    const access = this.#access;
    if (access && access.token !== refused && Date.now() < access.until) return access.token;
    this.#renewing ??= inTurn(this.#saved.key, () => this.#renew()).finally(() => {
      this.#renewing = undefined;
    });
    return this.#renewing;
  };

  /** After signing in. */
  begin(tokens: SessionTokens): void {
    this.#keep(tokens);
    this.#tell();
  }

  /** Signs out here. The platform is told; where it can't be reached, nobody has the token any more all the same. */
  async end(): Promise<void> {
    const saved = this.#saved.read();
    this.forget();
    if (saved) await this.#api.customers.sessions.end({ refreshToken: saved.refreshToken }).catch(() => null);
  }

  /** The session has ended elsewhere. */
  forget(): void {
    this.#access = undefined;
    this.#saved.remove();
    this.#tell();
  }

  async #renew(): Promise<string | undefined> {
    const saved = this.#saved.read();
    if (!saved) return undefined;
    const { refreshToken, refreshKey: idempotencyKey } = saved;
    try {
      return this.#keep(await this.#api.customers.sessions.refresh({ refreshToken }, { idempotencyKey }));
    } catch (error) {
      if (!ApiError.is(error, 'session_ended')) throw error;
      this.forget();
      return undefined;
    }
  }

  #keep({ accessToken, refreshToken, expiresIn }: SessionTokens): string {
    this.#saved.write({ refreshToken, refreshKey: newKey() });
    this.#access = { token: accessToken, until: Date.now() + (expiresIn - margin) * 1000 };
    return accessToken;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
