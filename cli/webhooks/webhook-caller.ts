import { createClient } from '../../runtime/client/index.ts';
import { initialConfig } from '../../runtime/config/initial-config.ts';
import { createContract } from '../../runtime/contract/contract.ts';
import type { InputOf, OutputOf } from '../../runtime/contract/operation.ts';
import type { WebhookOperations } from '../../runtime/contract/webhooks/index.ts';
import type { LocalStore } from '../project/local-store.ts';

/** Calls operations about webhooks in a running store. */
export function webhookCaller(store: Pick<LocalStore, 'url' | 'secretKey'>) {
  const client = createClient(store);
  // Webhooks are the same in every store's contract.
  const contract = createContract(initialConfig());
  return async <Id extends keyof WebhookOperations & string>(
    operationId: Id,
    input: InputOf<WebhookOperations[Id]>,
  ) => {
    // The contract's tests hold handlers to what they answer.
    const answer = await client.execute(
      contract.operation(operationId),
      input as Readonly<Record<string, unknown>>,
    );
    return answer as OutputOf<WebhookOperations[Id]>;
  };
}

export type WebhookCaller = ReturnType<typeof webhookCaller>;
