import type { SimulatorContext } from '../../simulator.ts';
import { type ObjectDocument, objects } from '../collections.ts';
import type { Work } from '../objects/work.ts';
import { StripeError } from '../stripe-error.ts';

/** The document that a page is about, or undefined where its address is wrong. */
export async function documentOfPage(
  context: SimulatorContext,
  id: string,
  types: readonly string[],
): Promise<ObjectDocument | undefined> {
  const document = await context.store.get(objects, id);
  return document && types.includes(document.type) ? document : undefined;
}

/** Does what a customer does on a page, in a transaction. A card that is declined is an answer, not a failure. */
export async function onPage<Result>(
  context: SimulatorContext,
  account: string,
  run: (work: Work) => Promise<Result>,
): Promise<Result | StripeError> {
  try {
    return await context.store.transaction(async (store) => {
      try {
        return await run({
          ...{ store, account, url: context.url(), request: null, isPublishable: false },
          now: Math.floor(context.clock.now().getTime() / 1000),
        });
      } catch (error) {
        if (error instanceof StripeError && error.isOutcome) return error;
        throw error;
      }
    });
  } catch (error) {
    if (error instanceof StripeError) return error;
    throw error;
  }
}
