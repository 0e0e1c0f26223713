import type { Context } from '../../../context/context.ts';
import { catalogProblems } from '../../../contract/catalog/index.ts';
import type { CheckoutOperations } from '../../../contract/checkout/index.ts';
import type { InputOf } from '../../../contract/operation.ts';
import { operationOf } from '../../../contract/operation-of.ts';
import { problem } from '../../../contract/problem.ts';
import type { StoredCart, StoredLine } from './stored-cart.ts';

export type LineInput = InputOf<CheckoutOperations['checkout.carts.addLines']>['lines'][number];

/**
 * Lines of variants that are sold in the cart's channel, with what they are called now.
 * @throws {Problem} `unknown_reference`, naming every variant that is not.
 */
export async function newLines(
  context: Context,
  { channel, currency, locale }: Pick<StoredCart, 'channel' | 'currency' | 'locale'>,
  inputs: readonly LineInput[],
): Promise<StoredLine[]> {
  if (inputs.length === 0) return [];
  const operation = operationOf(context, 'catalog.variants.quote');
  const { quotes } = await context.call(operation, {
    variants: inputs.map(({ variantId, quantity = 1 }) => ({ variantId, quantity })),
    ...{ channel, currency, locale },
  });
  const errors = quotes.flatMap(({ status, variantId }, index) => {
    const message = `there is no variant ${variantId} in the channel "${channel}".`;
    return status === 'sold' ? [] : [{ pointer: `/lines/${index}/variantId`, message }];
  });
  const [first] = errors;
  if (first) {
    throw problem(catalogProblems.unknownReference, { detail: `${first.pointer}: ${first.message}`, errors });
  }
  return inputs.map(({ variantId, quantity = 1, customData = [], giftMessage = null }, index) => {
    const variant = quotes[index]?.variant;
    return {
      ...{ id: context.ids.next('line'), variantId, quantity, customData: [...customData], giftMessage },
      remembered: {
        productId: variant?.productId ?? null,
        title: variant?.title ?? '',
        variantTitle: variant?.variantTitle ?? '',
        sku: variant?.sku ?? null,
        imageUrl: variant?.imageUrl ?? null,
      },
    };
  });
}
