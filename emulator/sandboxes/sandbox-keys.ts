import { publishableScopes, secretScopes } from '../../runtime/contract/scope.ts';
import type { Caller, KeyRing } from '../../runtime/keys/index.ts';
import type { SandboxRecord } from './sandbox-record.ts';

/** Finds the sandbox of a key, and notes that it is used. */
export type FindByKey = (key: string) => Promise<SandboxRecord | undefined>;

function callerOf({ id, secretKey, channel }: SandboxRecord, key: string): Caller {
  const kind = key === secretKey ? 'secret' : 'publishable';
  return {
    storeId: id,
    actor: {
      ...{ kind, id: `key_${kind}_${id}` },
      ...(kind === 'secret' ? { scopes: secretScopes } : { scopes: publishableScopes, channel }),
    },
  };
}

/** The store's own keys and those of the sandboxes, which are kept with them and go with them. */
export function withSandboxKeys(ring: KeyRing, find: FindByKey): KeyRing {
  return {
    ...ring,
    async authenticate(authorization) {
      const [, key = ''] = /^bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
      const sandbox = key === '' ? undefined : await find(key);
      return sandbox ? callerOf(sandbox, key) : ring.authenticate(authorization);
    },
  };
}
