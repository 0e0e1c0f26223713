import type { AnalyticsOperations } from './analytics/index.ts';
import type { CatalogOperations } from './catalog/index.ts';
import type { CheckoutOperations } from './checkout/index.ts';
import type { Contract } from './contract.ts';
import type { CustomerOperations } from './customers/index.ts';
import type { FraudOperations } from './fraud/index.ts';
import type { IntegrationOperations } from './integrations/index.ts';
import type { MailOperations } from './mail/index.ts';
import type { OrderOperations } from './orders/index.ts';
import type { PaymentOperations } from './payments/index.ts';
import type { StoreOperations } from './store/index.ts';

type Operations = StoreOperations &
  CatalogOperations &
  CheckoutOperations &
  CustomerOperations &
  PaymentOperations &
  FraudOperations &
  OrderOperations &
  MailOperations &
  AnalyticsOperations &
  IntegrationOperations;

/**
 * An operation to be called, typed by its id: services call one another's.
 *
 * @example
 * const order = await context.call(operationOf(context, 'orders.orders.get'), { orderId });
 */
export function operationOf<Id extends keyof Operations>(
  { contract }: { readonly contract: Contract },
  id: Id,
): Operations[Id] {
  // The contract's record of an id is of the type that the id has: both come from the same definitions.
  return contract.operation(id) as Operations[Id];
}
