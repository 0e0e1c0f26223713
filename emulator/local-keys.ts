import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createKeyText, type KeyRing } from '../runtime/keys/index.ts';
import { createEncryptionKeyText, type EncryptionKeys, parseEncryptionKeys } from '../runtime/store/index.ts';

/** The two keys that `hp dev` prints. They outlive a reset, so that what was set up with them keeps working. */
export interface LocalKeys {
  readonly secretKey: string;
  readonly publishableKey: string;
}

/** Reads the keys of a project, making them when there are none. */
export function readLocalKeys(file: string): LocalKeys {
  // Written below, by this same program.
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as LocalKeys;
  const keys = { secretKey: createKeyText('secret'), publishableKey: createKeyText('publishable') };
  writeFileSync(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  return keys;
}

/**
 * Reads what the project's store is sealed with, making it when there is none. It outlives a reset, so that what was
 * set aside can be read again.
 */
export function readEncryptionKeys(file: string): EncryptionKeys {
  if (!existsSync(file)) writeFileSync(file, `${createEncryptionKeyText('local')}\n`, { mode: 0o600 });
  return parseEncryptionKeys(readFileSync(file, 'utf8'));
}

/** Makes a store accept the keys; does nothing where it does. */
export async function admitLocalKeys(
  ring: KeyRing,
  storeId: string,
  keys: LocalKeys,
  channel: string,
): Promise<void> {
  await ring.create(storeId, { kind: 'secret', name: 'hp dev', text: keys.secretKey });
  await ring.create(storeId, { kind: 'publishable', name: 'hp dev', channel, text: keys.publishableKey });
}
