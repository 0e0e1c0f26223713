/**
 * Where a store lies: in the emulator's own file, or in that of a sandbox, under the name that it had in the store
 * which the sandbox was copied from. `sbx_01J…` is the store of a sandbox, `simulator:stripe@sbx_01J…` what Stripe's
 * simulator knows of it.
 */
export interface StorePlace {
  readonly sandboxId: string | undefined;
  /** The id within that file. */
  readonly innerId: string;
}

/** The platform's store in every file. */
export const mainStoreId = 'local';

const sandboxPattern = /^(?:(.+)@)?(sbx_[0-9a-z]+)$/;

export function placeOfStore(storeId: string): StorePlace {
  const [, innerId = mainStoreId, sandboxId] = sandboxPattern.exec(storeId) ?? [];
  return sandboxId === undefined ? { sandboxId: undefined, innerId: storeId } : { sandboxId, innerId };
}

/** Whether a store is one of the sandboxes. */
export function isSandbox(storeId: string): boolean {
  return placeOfStore(storeId).sandboxId === storeId;
}

/** The other way round. */
export function storeIdAt(sandboxId: string, innerId: string): string {
  return innerId === mainStoreId ? sandboxId : `${innerId}@${sandboxId}`;
}

export function isSimulated(innerId: string): boolean {
  return innerId.startsWith('simulator:');
}

/** What a simulator keeps of a store. */
export function simulatedStoreId(simulator: string, storeId: string): string {
  const inner = `simulator:${simulator}`;
  return storeId === mainStoreId ? inner : storeIdAt(storeId, inner);
}
