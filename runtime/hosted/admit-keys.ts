import { createKeyText, type KeyRing, keyFault } from '../keys/index.ts';

type Kind = 'secret' | 'publishable';

/** Names under which keys of this door stand in the key ring. */
const names = { given: 'from the environment', made: 'made by hp runtime start' } as const;

export interface KeyWishes {
  /** Texts that the operator chose; others are made where the store has none. */
  readonly given: Readonly<Partial<Record<Kind, string>>>;
  /** Makes new ones, and lets those made before no longer work. */
  readonly renew: boolean;
}

/** A key that was given can't be used. */
export class UnusableKey extends Error {
  readonly kind: Kind;

  constructor(kind: Kind, message: string) {
    super(message);
    this.name = 'UnusableKey';
    this.kind = kind;
  }
}

async function revokeOthers(keys: KeyRing, storeId: string, kind: Kind, name: string, keptId?: string) {
  for (const key of await keys.list(storeId)) {
    const isOther = key.kind === kind && key.name === name && key.id !== keptId;
    if (isOther && key.revokedAt === null) await keys.revoke(key.id);
  }
}

/** The key in the environment is the one that counts: with another one there, the one before stops working. */
async function admitGiven(keys: KeyRing, storeId: string, kind: Kind, text: string): Promise<void> {
  const fault = keyFault(text);
  if (fault) throw new UnusableKey(kind, fault);
  await keys.create(storeId, { kind, name: names.given, text });
  const { actor } = await keys.authenticate(`Bearer ${text}`).catch((error: unknown) => {
    throw new UnusableKey(kind, error instanceof Error ? error.message : String(error));
  });
  if (actor.kind !== kind) throw new UnusableKey(kind, `It is a ${actor.kind} key, not a ${kind} one.`);
  await revokeOthers(keys, storeId, kind, names.given, actor.id);
}

/**
 * Sees to it that the store has a key of each kind. Answers the texts of those that were made: they are kept as
 * digests only, so this is the one time that they can be shown.
 * @throws {UnusableKey} where a given one is malformed or was revoked.
 */
export async function admitKeys(
  keys: KeyRing,
  storeId: string,
  { given, renew }: KeyWishes,
): Promise<Partial<Record<Kind, string>>> {
  const made: Partial<Record<Kind, string>> = {};
  for (const kind of ['secret', 'publishable'] as const) {
    const text = given[kind];
    if (text !== undefined) {
      await admitGiven(keys, storeId, kind, text);
      continue;
    }
    const present = (await keys.list(storeId)).some((key) => key.kind === kind && key.revokedAt === null);
    if (present && !renew) continue;
    if (renew) await revokeOthers(keys, storeId, kind, names.made);
    // A publishable key without a channel shows the first one, whatever configuration is pushed later.
    made[kind] = await keys.create(storeId, { kind, name: names.made, text: createKeyText(kind) });
  }
  return made;
}
