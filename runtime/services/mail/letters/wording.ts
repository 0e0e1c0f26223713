import { german } from './wording-de.ts';
import { english } from './wording-en.ts';

/** Every sentence of the letters in one language. */
export interface Wording {
  readonly orderPlaced: OrderWording & { readonly lead: string; readonly instructions: string };
  readonly orderEdited: OrderWording & {
    readonly lead: string;
    readonly owed: (amount: string, isPaidOnline: boolean) => string;
  };
  readonly orderShipped: OrderWording & { readonly lead: (isWhole: boolean) => string };
  readonly orderRefunded: OrderWording & { readonly lead: (amount: string) => string };
  readonly orderCancelled: OrderWording & { readonly lead: string; readonly refund: string };
  readonly customerSignIn: {
    readonly subject: (store: string) => string;
    readonly heading: string;
    readonly lead: (minutes: number) => string;
    readonly button: string;
    readonly ignore: string;
  };
  readonly webhookEndpointDisabled: {
    readonly subject: (store: string) => string;
    readonly heading: string;
    readonly lead: string;
    readonly endpoint: string;
    readonly whatToDo: string;
  };
  readonly stockReport: {
    readonly subject: (store: string, partner: string, isFailed: boolean) => string;
    readonly lead: (differences: number, compared: number) => string;
    readonly notCompared: string;
    readonly partner: string;
    readonly report: string;
    /** Null where a side doesn't know the SKU. */
    readonly counts: (here: number | null, there: number | null) => string;
    readonly more: (count: number) => string;
    readonly whatToDo: string;
    readonly tryAgain: string;
  };
  readonly labels: {
    readonly order: string;
    readonly date: string;
    readonly items: string;
    readonly sums: string;
    readonly subtotal: string;
    readonly discount: string;
    readonly shipping: (method: string | null) => string;
    readonly total: string;
    readonly includedTax: (name: string, rate: string) => string;
    readonly addedTax: (name: string, rate: string) => string;
    readonly shippingAddress: string;
    readonly billingAddress: string;
    readonly carrier: string;
    readonly trackingNumber: string;
    readonly track: string;
    readonly viewOrder: string;
    readonly refunded: string;
    readonly reason: string;
    readonly vatId: string;
  };
}

interface OrderWording {
  readonly subject: (number: string, store: string) => string;
  readonly heading: string;
}

export const wordings = { en: english, de: german } as const satisfies Readonly<Record<string, Wording>>;

export type MailLanguage = keyof typeof wordings;

/** The first stands in where there are no texts in a locale. */
export const mailLanguages = ['en', 'de'] as const satisfies readonly [MailLanguage, ...MailLanguage[]];
