import type { Context } from '../../context/context.ts';
import type { CheckoutOperations } from '../../contract/checkout/index.ts';
import type { OrderOperations } from '../../contract/orders/index.ts';

type OtherOperations = OrderOperations & CheckoutOperations;

/** An operation's record is the contract's, typed by its id. */
export function operationOf<Id extends keyof OtherOperations>(
  { contract }: Pick<Context, 'contract'>,
  id: Id,
): OtherOperations[Id] {
  return contract.operation(id) as OtherOperations[Id];
}
