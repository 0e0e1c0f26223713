import { collection, type StoredDocument } from '../../../../runtime/store/port.ts';
import type { Money } from '../money/money.ts';
import type { Address, ExperienceContext, PurchaseUnitRequest } from './schemas.ts';

export type OrderStatus = 'CREATED' | 'PAYER_ACTION_REQUIRED' | 'APPROVED' | 'COMPLETED';

export interface PurchaseUnit extends PurchaseUnitRequest {
  /** `default` where the caller named none. */
  readonly reference_id: string;
}

/** What is kept of a card: never its number. */
export interface StoredCard {
  readonly name?: string;
  readonly lastDigits: string;
  readonly brand: string;
  readonly expiry: string;
}

export interface Payer {
  readonly email: string;
  readonly id: string;
  readonly givenName: string;
  readonly surname: string;
  readonly address: Address;
}

export interface Order extends StoredDocument {
  readonly intent: 'CAPTURE' | 'AUTHORIZE';
  readonly status: OrderStatus;
  readonly purchaseUnits: readonly PurchaseUnit[];
  readonly processingInstruction: 'NO_INSTRUCTION' | 'ORDER_COMPLETE_ON_PAYMENT_APPROVAL';
  readonly experience: ExperienceContext;
  /** What pays, once that is known. */
  readonly source?: 'paypal' | 'card';
  readonly card?: StoredCard;
  readonly payer?: Payer;
  /** Whether the buyer chose, on the approval page, a way to pay that is going to be declined. */
  readonly isFundingDeclined: boolean;
  /** Whether the buyer chose there to dispute what is captured. */
  readonly isDisputed?: boolean;
}

export const orders = collection<Order>({
  name: 'paypal_orders',
  indexes: {
    byTime: {
      version: 1,
      columns: [
        { name: 'all', type: 'integer' },
        { name: 'createdAt', type: 'text' },
      ],
      keys: ({ createdAt }) => [[1, createdAt]],
    },
  },
});

/** Whom the money goes to where a purchase unit names no payee. */
export const merchant = {
  email_address: 'merchant@business.example.com',
  merchant_id: 'HPMERCHANT001',
} as const;

export function amountOf({ amount }: PurchaseUnit): Money {
  return { currency_code: amount.currency_code, value: amount.value };
}
