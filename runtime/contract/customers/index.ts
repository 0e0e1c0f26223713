import { customerEvents } from './customer-events.ts';
import { customerOperations, customerResource } from './customers.ts';
import { ownOperations } from './me.ts';
import { signInOperations } from './sign-ins.ts';

export { Customer } from './customer-schemas.ts';
export { customerProblems } from './problems.ts';

/** Who buys: their accounts, and how they sign in. */
export function customerContract() {
  return {
    operations: { ...customerOperations, ...signInOperations, ...ownOperations },
    resources: [customerResource],
    events: customerEvents,
  };
}

export type CustomerOperations = ReturnType<typeof customerContract>['operations'];
