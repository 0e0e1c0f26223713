/** A promotion as its rules see it. Empty lists demand nothing. */
export interface PromotionRule {
  readonly id: string;
  readonly name: string;
  readonly status: 'draft' | 'active' | 'archived';
  /** Null for a promotion that applies by itself. */
  readonly code: string | null;
  readonly kind: 'percentage' | 'amount' | 'buy_x_get_y' | 'free_shipping';
  /** For `percentage`; for `buy_x_get_y`, what is taken off the units that are got. */
  readonly percentage: number | null;
  /** For `amount`, by currency. */
  readonly amounts: readonly Money[];
  readonly buyQuantity: number | null;
  readonly getQuantity: number | null;
  /** Which lines count and are discounted. */
  readonly productIds: readonly string[];
  readonly collectionIds: readonly string[];
  readonly categoryIds: readonly string[];
  readonly channels: readonly string[];
  readonly customerGroups: readonly string[];
  /** By currency; a promotion with any applies only in these currencies. */
  readonly minimumSubtotals: readonly Money[];
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly usageLimit: number | null;
  readonly usageLimitPerCustomer: number | null;
  /** The highest goes first. */
  readonly priority: number;
  readonly stacking: 'combinable' | 'exclusive';
}

interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** A line that can be discounted. */
export interface DiscountableLine {
  readonly id: string;
  readonly productId: string;
  readonly collectionIds: readonly string[];
  /** Its categories and all above them. */
  readonly categoryIds: readonly string[];
  readonly quantity: number;
  /** Minor units for the whole quantity. */
  readonly amount: number;
}

export interface PromotionRequest {
  readonly now: string;
  readonly currency: string;
  readonly channel: string;
  readonly customerGroup: string | null;
  readonly lines: readonly DiscountableLine[];
  /** By promotion id: how often it was used, by everybody and by this customer. */
  readonly uses: ReadonlyMap<string, { readonly total: number; readonly byCustomer: number }>;
}

/** Why a promotion does not apply. */
export interface PromotionRejection {
  readonly rule: string;
  readonly reason: string;
}
