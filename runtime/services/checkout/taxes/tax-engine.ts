import type { Context } from '../../../context/context.ts';
import type { Destination } from '../matching-zone.ts';
import type { TaxedAmount } from './tax-of-amount.ts';

/** What is to be taxed: a line after its discounts, or shipping. */
export interface TaxableItem {
  /** Line id, or `shipping`. */
  readonly id: string;
  readonly kind: 'line' | 'shipping';
  /** Minor units for the whole quantity, in the terms of the price. */
  readonly amount: number;
  readonly includesTax: boolean;
  /** Null is the store's default class. */
  readonly taxClass: string | null;
}

export interface TaxRequest {
  readonly currency: string;
  readonly destination: Destination & { readonly postalCode: string | null };
  readonly isExempt: boolean;
  readonly items: readonly TaxableItem[];
}

export interface ItemTax {
  readonly id: string;
  readonly taxed: TaxedAmount;
  /** Name of the tax; null where none applies. */
  readonly name: string | null;
  /** Percent. */
  readonly rate: number;
}

/**
 * Says what tax is due: by the zones of the store's configuration, or a service that it names. Answers every item of
 * the request, in its order, with net + tax = gross.
 */
export interface TaxEngine {
  calculate(
    request: TaxRequest,
    context: Pick<Context, 'ask' | 'config' | 'log'>,
  ): Promise<readonly ItemTax[]>;
}
