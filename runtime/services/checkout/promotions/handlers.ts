import type { Context } from '../../../context/context.ts';
import type { HandlersOf } from '../../../context/service.ts';
import type { CheckoutOperations } from '../../../contract/checkout/index.ts';
import { problem } from '../../../contract/problem.ts';
import { problems } from '../../../contract/problems.ts';
import { listPage } from '../../../lists/index.ts';
import { UniqueViolation } from '../../../store/errors.ts';
import type { NewDocument } from '../../../store/port.ts';
import { promotionFaults } from './check-promotion.ts';
import { claimUse } from './claim-use.ts';
import { counterId, type Promotion, promotionCounters, promotions } from './collections.ts';

type PromotionOperation = Extract<keyof CheckoutOperations, `checkout.promotions.${string}`>;

type Settings = Omit<NewDocument<Promotion>, 'id' | 'name' | 'kind'>;

const defaults: Settings = {
  ...{ status: 'draft', code: null, percentage: null, amounts: [], buyQuantity: null, getQuantity: null },
  ...{ productIds: [], collectionIds: [], categoryIds: [], channels: [], customerGroups: [] },
  ...{ minimumSubtotals: [], startsAt: null, endsAt: null, usageLimit: null, usageLimitPerCustomer: null },
  ...{ priority: 0, stacking: 'combinable' },
};

/** Times are compared as texts, so they are all kept in one form. */
function withTimes<Given extends Settings>(settings: Given): Given {
  const utc = (time: string | null) => (time === null ? null : new Date(time).toISOString());
  return { ...settings, startsAt: utc(settings.startsAt), endsAt: utc(settings.endsAt) };
}

function refuseFaults(context: Context, promotion: NewDocument<Promotion>): void {
  const errors = promotionFaults(promotion, context.config);
  const [first] = errors;
  if (!first) return;
  throw problem(problems.invalidInput, { detail: `${first.pointer} ${first.message}`, errors });
}

/** Says that a code or id is taken, with its place in the input. */
async function orTaken<Result>(writing: Promise<Result>): Promise<Result> {
  return writing.catch((error: unknown) => {
    if (!(error instanceof UniqueViolation)) throw error;
    const field = error.index === 'byCode' ? 'code' : 'id';
    const message = `is taken by the promotion ${error.holder}.`;
    throw problem(problems.alreadyExists, {
      detail: `The ${field} ${message}`,
      errors: [{ pointer: `/${field}`, message }],
      details: { id: error.holder },
    });
  });
}

async function requirePromotion(context: Context, id: string, lock = false): Promise<Promotion> {
  const promotion = await context.store.get(promotions, id, { lock });
  if (!promotion) throw problem(problems.notFound, { detail: `There is no promotion ${id}.` });
  return promotion;
}

export const promotionHandlers: Pick<HandlersOf<CheckoutOperations>, PromotionOperation> = {
  async 'checkout.promotions.list'(context, { status, ...page }) {
    const where = { status: status ?? '*' };
    const range = { index: 'byStatus', where, direction: 'descending' as const };
    return listPage(context, 'checkout.promotions.list', promotions, range, page);
  },

  async 'checkout.promotions.get'(context, { promotionId }) {
    return requirePromotion(context, promotionId);
  },

  async 'checkout.promotions.create'(context, { id = context.ids.next('promo'), ...input }) {
    const document = withTimes({ ...defaults, ...input, id });
    refuseFaults(context, document);
    const promotion = await orTaken(context.store.insert(promotions, document));
    await context.store.insert(promotionCounters, { id: counterId(id), total: 0 });
    await context.emit('promotion.created', id, promotion);
    return promotion;
  },

  async 'checkout.promotions.update'(context, { promotionId, ...changes }) {
    const document = withTimes({ ...(await requirePromotion(context, promotionId, true)), ...changes });
    refuseFaults(context, document);
    const { expectedVersion } = context;
    const promotion = await orTaken(
      context.store.update(promotions, promotionId, () => document, { expectedVersion }),
    );
    await context.emit('promotion.updated', promotionId, promotion);
    return promotion;
  },

  async 'checkout.promotions.delete'(context, { promotionId }) {
    await context.store.delete(promotions, promotionId, { expectedVersion: context.expectedVersion });
    await context.store.delete(promotionCounters, counterId(promotionId));
    await context.emit('promotion.deleted', promotionId, { id: promotionId });
    return null;
  },

  async 'checkout.promotions.claimUse'(context, { promotionId, reference, customerId = null }) {
    return claimUse(context, { promotionId, reference, customerId });
  },
};
