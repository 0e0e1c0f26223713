import type { Loader } from '../../../context/service.ts';
import { presentPayment } from './present-payment.ts';
import { payments } from './stored-payment.ts';

/** Payments by id, in one read. */
export const loadPayments: Loader = async (context, ids) => {
  const found = await context.store.getMany(payments, ids);
  return found.map((payment) => payment && presentPayment(payment));
};
