import type { StoredOrder } from './stored-order.ts';

type Figures = Pick<StoredOrder, 'totals' | 'credited' | 'paid' | 'refunded' | 'authorized' | 'payments'>;

/** What the order costs after everything that was taken back. Minor units. */
export function owed({ totals, credited }: Figures): number {
  return totals.total.gross.amount - credited.amount;
}

/** Above 0 the customer owes it, below 0 we do. */
export function balanceOf(order: Figures): number {
  return owed(order) - (order.paid.amount - order.refunded.amount);
}

type Refunding = Figures & Pick<StoredOrder, 'internal'>;

const sumOf = (amounts: readonly { readonly amount: number }[]) =>
  amounts.reduce((sum, { amount }) => sum + amount, 0);

/** What each payment can still give back: captured, not refunded, and not about to be. The oldest first. */
export function refundableByPayment({ payments, internal }: Refunding) {
  return payments.map(({ paymentId, provider, captured, refunded }) => {
    const asked = sumOf(internal.refunding.filter((part) => part.paymentId === paymentId));
    return { paymentId, provider, amount: Math.max(0, captured.amount - refunded.amount - asked) };
  });
}

export function refundable(order: Refunding): number {
  return sumOf(refundableByPayment(order));
}

/** What the customer is owed and nobody is giving back yet. */
export function owedToCustomer(order: Refunding): number {
  return Math.min(refundable(order), Math.max(0, -balanceOf(order) - sumOf(order.internal.refunding)));
}

/** What the customer still has to pay, and nobody has authorized yet. */
export function amountDue(order: Figures): number {
  return Math.max(0, balanceOf(order) - order.authorized.amount);
}

/** Whether goods may leave: everything is paid, or authorized, or is paid outside, as a method by hand says. */
export function isSecured(order: Figures): boolean {
  if (balanceOf(order) - order.authorized.amount <= 0) return true;
  return order.payments.some(
    ({ provider, state }) => provider === 'manual' && !['failed', 'cancelled'].includes(state),
  );
}
