import type { Context } from '../../../context/context.ts';
import { counterId, customerCounters, type Promotion, promotionCounters, promotions } from './collections.ts';
import type { PromotionRequest } from './promotion-rule.ts';

/** There are tens of promotions that apply by themselves; those of the lowest priorities beyond these do not. */
const mostAutomatic = 200;

export interface LoadedPromotions {
  readonly automatic: readonly Promotion[];
  /** By normalized code; undefined where there is none (any more). */
  readonly byCode: ReadonlyMap<string, Promotion | undefined>;
}

/** The promotions that a cart with these codes may get: two reads. */
export async function loadPromotions(context: Context, codes: readonly string[]): Promise<LoadedPromotions> {
  const { items } = await context.store.query(promotions, {
    index: 'automatic',
    where: { all: 1 },
    pageSize: mostAutomatic,
  });
  const found =
    codes.length === 0
      ? []
      : await context.store.queryEach(
          promotions,
          codes.map((code) => ({ index: 'byCode', where: { code }, pageSize: 1 })),
        );
  return {
    automatic: items.map(({ document }) => document),
    byCode: new Map(codes.map((code, index) => [code, found[index]?.items[0]?.document])),
  };
}

/** How often promotions with limits were used; those without are not looked up. */
export async function loadUses(
  context: Context,
  loaded: readonly Promotion[],
  customerId: string | null,
): Promise<PromotionRequest['uses']> {
  const limited = loaded.filter(
    ({ usageLimit, usageLimitPerCustomer }) => usageLimit !== null || usageLimitPerCustomer !== null,
  );
  if (limited.length === 0) return new Map();
  const totals = await context.store.getMany(
    promotionCounters,
    limited.map(({ id }) => counterId(id)),
  );
  const ofCustomer =
    customerId === null
      ? []
      : await context.store.queryEach(
          customerCounters,
          limited.map(({ id }) => ({
            ...{ index: 'byCustomer', where: { promotionId: id, customerId }, pageSize: 1 },
          })),
        );
  return new Map(
    limited.map(({ id }, index) => [
      id,
      {
        total: totals[index]?.total ?? 0,
        byCustomer: ofCustomer[index]?.items[0]?.document.total ?? 0,
      },
    ]),
  );
}
