import type { Context, StepsContext } from '../../context/context.ts';
import type { CatalogOperations } from '../../contract/catalog/index.ts';
import type { CheckoutOperations } from '../../contract/checkout/index.ts';
import type { PaymentOperations } from '../../contract/payments/index.ts';

type Others = CatalogOperations & CheckoutOperations & PaymentOperations;

/** An operation of another service: its record is the contract's, typed by its id. */
export function operationOf<Id extends keyof Others>(
  context: Pick<Context | StepsContext, 'contract'>,
  id: Id,
): Others[Id] {
  return context.contract.operation(id) as Others[Id];
}
