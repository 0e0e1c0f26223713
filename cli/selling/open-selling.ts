import { loadConfig } from '../../runtime/config/index.ts';
import { initialConfig } from '../../runtime/config/initial-config.ts';
import type { CatalogOperations } from '../../runtime/contract/catalog/index.ts';
import { createContract } from '../../runtime/contract/contract.ts';
import type { InputOf, OutputOf } from '../../runtime/contract/operation.ts';
import type { OrderOperations } from '../../runtime/contract/orders/index.ts';
import type { PaymentOperations } from '../../runtime/contract/payments/index.ts';
import type { WebhookOperations } from '../../runtime/contract/webhooks/index.ts';
import type { CommandContext } from '../context.ts';
import { findProject, lookUpProject } from '../project/find-project.ts';
import { openStore } from '../project/open-store.ts';
import { connectClient } from '../push/connect.ts';
import { resolveTarget } from '../push/resolve-target.ts';

type Operations = OrderOperations &
  PaymentOperations &
  WebhookOperations &
  Pick<CatalogOperations, 'catalog.locations.list'>;

/** A store whose orders, payments and webhooks are worked on. */
export interface Selling {
  /** `this store`, or the target's name. */
  readonly name: string;
  call<Id extends keyof Operations & string>(
    operationId: Id,
    input: InputOf<Operations[Id]>,
  ): Promise<OutputOf<Operations[Id]>>;
}

/** A URL works anywhere; the targets of a config only in its project. */
async function targetsOf(to: string, directory: string) {
  const project = to.includes('://') ? lookUpProject(directory) : findProject(directory);
  return project ? (await loadConfig(project.configFile)).project.targets : {};
}

/** The project's own store, through a running `hp dev` or by itself, or a hosted one. */
export async function openSelling(to: string | undefined, context: CommandContext): Promise<Selling> {
  if (to === undefined) {
    const store = await openStore(findProject(context.directory), context);
    return named('this store', (operationId, input) => store.execute(operationId, input));
  }
  const target = resolveTarget(to, await targetsOf(to, context.directory), context.environment);
  const client = connectClient(target);
  // Orders and payments are the same in every store's contract.
  const contract = createContract(initialConfig());
  return named(target.name, (operationId, input) => client.execute(contract.operation(operationId), input));
}

function named(
  name: string,
  execute: (operationId: string, input: Readonly<Record<string, unknown>>) => Promise<unknown>,
): Selling {
  return {
    name,
    async call(operationId, input) {
      const answer = await execute(operationId, input as Readonly<Record<string, unknown>>);
      // The contract's tests hold handlers to what they answer.
      return answer as OutputOf<Operations[typeof operationId]>;
    },
  };
}
