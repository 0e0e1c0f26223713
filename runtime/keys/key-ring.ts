import type { Actor, Clock, IdGenerator } from '../context/context.ts';
import { problem } from '../contract/problem.ts';
import { problems } from '../contract/problems.ts';
import { publishableScopes, type Scope, secretScopes } from '../contract/scope.ts';
import { collection, type Engine, type StoredDocument } from '../store/port.ts';
import { createKeyText, keyDigest, keyFault } from './key-text.ts';

/** Keys of all stores lie in a store of their own: a key says which store a request is for. */
export const systemStoreId = '_system';

interface KeyDocument extends StoredDocument {
  readonly digest: string;
  readonly kind: 'secret' | 'publishable';
  readonly storeId: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly channel: string | null;
  readonly revokedAt: string | null;
}

export const keyCollection = collection<KeyDocument>({
  name: 'keys',
  indexes: {
    byDigest: {
      version: 1,
      columns: [{ name: 'digest', type: 'text' }],
      unique: true,
      keys: ({ digest }) => [[digest]],
    },
    byStore: {
      version: 1,
      columns: [{ name: 'store', type: 'text' }],
      keys: ({ storeId }) => [[storeId]],
    },
  },
});

/** A key without its text. */
export interface Key {
  readonly id: string;
  readonly kind: 'secret' | 'publishable';
  readonly storeId: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly channel: string | null;
  readonly revokedAt: string | null;
}

export interface NewKey {
  readonly kind: 'secret' | 'publishable';
  readonly name: string;
  /** For publishable keys: the sales channel they show. */
  readonly channel?: string;
  /** All that the kind may have, unless given. */
  readonly scopes?: readonly Scope[];
  /** A text made elsewhere (`createKeyText`); a new one unless given. */
  readonly text?: string;
}

export interface Caller {
  readonly storeId: string;
  readonly actor: Actor;
}

export interface KeyRing {
  /**
   * Answers the key's text, which is not kept. Where the very same key exists, it gets the scopes that it would get
   * now: a local key of an older version may then do what a new one may.
   */
  create(storeId: string, key: NewKey): Promise<string>;
  list(storeId: string): Promise<Key[]>;
  revoke(keyId: string): Promise<void>;
  /** @throws {Problem} `unauthenticated`, saying what is wrong with the key. */
  authenticate(authorization: string | undefined): Promise<Caller>;
}

/** How long a revoked key may still work in another process, in milliseconds of real time. */
const cacheMilliseconds = 5000;
const cacheSize = 10_000;

export function createKeyRing(engine: Engine, clock: Clock, ids: IdGenerator): KeyRing {
  const store = engine.store(systemStoreId);
  const known = new Map<string, { caller: Caller; until: number }>();

  async function lookUp(text: string): Promise<Caller> {
    const fault = keyFault(text);
    if (fault) throw problem(problems.unauthenticated, { detail: fault });
    const key = await store.find(keyCollection, 'byDigest', { digest: keyDigest(text) });
    if (!key) throw problem(problems.unauthenticated, { detail: 'No store knows this key.' });
    if (key.revokedAt) {
      throw problem(problems.unauthenticated, {
        detail: `The key "${key.name}" was revoked at ${key.revokedAt}.`,
      });
    }
    const { id, kind, scopes, channel, storeId } = key;
    return { storeId, actor: { kind, id, scopes, ...(channel ? { channel } : {}) } };
  }

  return {
    async create(storeId, { kind, name, channel, scopes, text = createKeyText(kind) }) {
      const digest = keyDigest(text);
      const document = {
        id: ids.next('key'),
        digest,
        kind,
        storeId,
        name,
        scopes: scopes ?? (kind === 'secret' ? secretScopes : publishableScopes),
        channel: channel ?? null,
        revokedAt: null,
      };
      await store.transaction(async (writer) => {
        const existing = await writer.find(keyCollection, 'byDigest', { digest });
        if (!existing) return void (await writer.insert(keyCollection, document));
        const isSame = existing.scopes.join() === document.scopes.join();
        await writer.update(keyCollection, existing.id, (key) =>
          isSame ? key : { ...key, scopes: document.scopes },
        );
      });
      return text;
    },

    async list(storeId) {
      const { items } = await store.query(keyCollection, {
        index: 'byStore',
        where: { store: storeId },
        pageSize: 1000,
      });
      return items.map(({ document: { id, kind, name, scopes, channel, revokedAt } }) => ({
        ...{ id, kind, storeId, name, scopes, channel, revokedAt },
      }));
    },

    async revoke(keyId) {
      known.clear();
      const revokedAt = clock.now().toISOString();
      await store.transaction((writer) =>
        writer.update(keyCollection, keyId, (key) => ({ ...key, revokedAt })),
      );
    },

    async authenticate(authorization) {
      if (!authorization) throw problem(problems.unauthenticated, { detail: 'The request has no key.' });
      const now = performance.now();
      const cached = known.get(authorization);
      if (cached && cached.until > now) return cached.caller;
      const [scheme, ...words] = authorization.split(' ');
      if (scheme?.toLowerCase() !== 'bearer') {
        throw problem(problems.unauthenticated, {
          detail: 'The authorization header must read "Bearer <key>".',
        });
      }
      const caller = await lookUp(words.join(' '));
      if (known.size >= cacheSize) known.clear();
      known.set(authorization, { caller, until: now + cacheMilliseconds });
      return caller;
    },
  };
}
