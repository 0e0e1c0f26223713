import type { Static } from 'typebox';
import type { Cart as CartSchema } from '../../../contract/checkout/cart-schemas.ts';
import { collection, type StoredDocument } from '../../../store/port.ts';
import type { Address } from '../addresses/address-faults.ts';

/** A cart as it is answered: priced, taxed, discounted. */
export type Cart = Static<typeof CartSchema>;
export type CartLine = Cart['lines'][number];
export type CartProblem = CartLine['problems'][number];
export type CartState = Cart['state'];

/** A line as it is stored: no price is, because prices are those of now. */
export interface StoredLine {
  readonly id: string;
  readonly variantId: string;
  readonly quantity: number;
  readonly customData: CartLine['customData'];
  readonly giftMessage: string | null;
  /** What the variant was called when it was put in: shown where it has disappeared. */
  readonly remembered: {
    readonly productId: string | null;
    readonly title: string;
    readonly variantTitle: string;
    readonly sku: string | null;
    readonly imageUrl: string | null;
  };
}

export interface StoredCart extends StoredDocument {
  readonly state: CartState;
  /** SHA-256 of the token, which is not kept. */
  readonly tokenDigest: string;
  readonly channel: string;
  readonly currency: string;
  readonly locale: string;
  readonly country: string | null;
  readonly customerId: string | null;
  readonly customerGroup: string | null;
  readonly isTaxExempt: boolean;
  readonly email: string | null;
  readonly note: string | null;
  readonly lines: readonly StoredLine[];
  /** Normalized codes of promotions, in the order entered. */
  readonly codes: readonly string[];
  readonly shippingAddress: Address | null;
  readonly billingAddress: Address | null;
  /** Key of a method of the config. */
  readonly shippingMethod: string | null;
  /** While it is in checkout, in the order of the variants' ids: stock is always locked in that order. */
  readonly reservations: readonly { readonly variantId: string; readonly reservationId: string }[];
  readonly checkoutExpiresAt: string | null;
  readonly abandonedAt: string | null;
  /** What it became. */
  readonly orderId: string | null;
  /** When the clock next moves it; null where it doesn't. */
  readonly dueAt: string | null;
}

/** Lines are sealed for their gift messages and custom data. */
type SealedField = 'email' | 'note' | 'lines' | 'shippingAddress' | 'billingAddress';

export const carts = collection<StoredCart, SealedField>({
  name: 'carts',
  sealed: { email: true, note: true, lines: true, shippingAddress: true, billingAddress: true },
  indexes: {
    /** All, those of a state, those of a customer; by their last change. */
    byUpdated: {
      version: 1,
      columns: [
        { name: 'group', type: 'text' },
        { name: 'updatedAt', type: 'text' },
      ],
      keys: ({ state, customerId, updatedAt }) => [
        ['*', updatedAt],
        [`state:${state}`, updatedAt],
        ...(customerId === null ? [] : [[`customer:${customerId}`, updatedAt]]),
      ],
    },
    byDue: {
      version: 1,
      columns: [
        { name: 'all', type: 'integer' },
        { name: 'dueAt', type: 'text' },
      ],
      keys: ({ dueAt }) => (dueAt === null ? [] : [[1, dueAt]]),
    },
  },
});
