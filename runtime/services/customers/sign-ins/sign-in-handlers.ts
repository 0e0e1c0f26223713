import type { HandlersOf } from '../../../context/service.ts';
import type { CustomerOperations } from '../../../contract/customers/index.ts';
import { completeSignIn } from './complete-sign-in.ts';
import { requestLink } from './request-link.ts';

type SignInOperation = Extract<keyof CustomerOperations, `customers.signIns.${string}`>;

export const signInHandlers: Pick<HandlersOf<CustomerOperations>, SignInOperation> = {
  async 'customers.signIns.request'(context, input) {
    return requestLink(context, input);
  },

  async 'customers.signIns.complete'(context, input) {
    return completeSignIn(context, input);
  },
};
