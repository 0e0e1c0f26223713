import type { Static } from 'typebox';
import type { Promotion as PromotionSchema } from '../../../contract/checkout/promotions.ts';
import { collection, type StoredDocument } from '../../../store/port.ts';

export type Promotion = Static<typeof PromotionSchema>;

/** Codes are the same in upper and lower case. */
export function normalizedCode(code: string): string {
  return code.trim().toUpperCase();
}

export const promotions = collection<Promotion>({
  name: 'promotions',
  indexes: {
    byCode: {
      version: 1,
      columns: [{ name: 'code', type: 'text' }],
      unique: true,
      keys: ({ code }) => (code === null ? [] : [[normalizedCode(code)]]),
    },
    /** Those that apply by themselves, the highest priority first. */
    automatic: {
      version: 1,
      columns: [
        { name: 'all', type: 'integer' },
        { name: 'rank', type: 'integer' },
      ],
      keys: ({ code, status, priority }) => (code === null && status === 'active' ? [[1, -priority]] : []),
    },
    byStatus: {
      version: 1,
      columns: [
        { name: 'status', type: 'text' },
        { name: 'createdAt', type: 'text' },
      ],
      keys: ({ status, createdAt }) => [
        ['*', createdAt],
        [status, createdAt],
      ],
    },
  },
});

/** How often a promotion was used. Made with the promotion, so that claims have one thing to queue at. */
export interface PromotionCounter extends StoredDocument {
  readonly total: number;
}

export const promotionCounters = collection<PromotionCounter>({ name: 'promotion_counters', indexes: {} });

/** How often a customer used a promotion. */
export interface CustomerCounter extends StoredDocument {
  readonly promotionId: string;
  readonly customerId: string;
  readonly total: number;
}

export const customerCounters = collection<CustomerCounter>({
  name: 'promotion_customer_counters',
  indexes: {
    byCustomer: {
      version: 1,
      columns: [
        { name: 'promotionId', type: 'text' },
        { name: 'customerId', type: 'text' },
      ],
      unique: true,
      keys: ({ promotionId, customerId }) => [[promotionId, customerId]],
    },
  },
});

/** A use that was counted; the same reference counts once. */
export interface PromotionUse extends StoredDocument {
  readonly promotionId: string;
  readonly reference: string;
  readonly customerId: string | null;
}

export const promotionUses = collection<PromotionUse>({
  name: 'promotion_uses',
  indexes: {
    byReference: {
      version: 1,
      columns: [
        { name: 'promotionId', type: 'text' },
        { name: 'reference', type: 'text' },
      ],
      unique: true,
      keys: ({ promotionId, reference }) => [[promotionId, reference]],
    },
  },
});

/** The counter of a promotion: found without an index. */
export function counterId(promotionId: string): string {
  return `pcount_${promotionId.slice(promotionId.indexOf('_') + 1)}`;
}
