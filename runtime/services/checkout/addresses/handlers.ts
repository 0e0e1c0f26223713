import type { HandlersOf } from '../../../context/service.ts';
import type { CheckoutOperations } from '../../../contract/checkout/index.ts';
import { completeAddress, faultsOfAddress } from './check-address.ts';

export const addressHandlers: Pick<HandlersOf<CheckoutOperations>, 'checkout.addresses.validate'> = {
  async 'checkout.addresses.validate'(_context, { address }) {
    const faults = await faultsOfAddress(completeAddress(address));
    const problems = faults.map(({ field, code, message, hint }) => ({
      ...{ pointer: `/address/${field}`, code, message, hint, blocks: 'completion' as const },
    }));
    return { isValid: problems.length === 0, problems };
  },
};
