import type { Context } from '../../context/context.ts';
import type { OrderOperations } from '../../contract/orders/index.ts';

/** An operation's record is the contract's, typed by its id. */
export function operationOf<Id extends keyof OrderOperations>(
  { contract }: Pick<Context, 'contract'>,
  id: Id,
): OrderOperations[Id] {
  return contract.operation(id) as OrderOperations[Id];
}
