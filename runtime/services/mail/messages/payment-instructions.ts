import type { Context } from '../../../context/context.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import type { LetterOrder } from '../letters/index.ts';

/** How the customer pays what comes by itself, a bank transfer say; null where nothing is awaited. */
export async function paymentInstructions(
  context: Context,
  { payments }: LetterOrder,
): Promise<string | null> {
  const awaited = payments.find(
    ({ provider, amount, captured }) => provider === 'manual' && captured.amount < amount.amount,
  );
  if (!awaited) return null;
  const get = operationOf(context, 'payments.payments.get');
  const { method } = await context.call(get, { paymentId: awaited.paymentId });
  const methods = context.config.payments.manual?.methods ?? [];
  return methods.find(({ key }) => key === method?.key)?.instructions ?? null;
}
