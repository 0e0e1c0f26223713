import type { CatalogOperations } from '../../../runtime/contract/catalog/index.ts';
import type { CheckoutOperations } from '../../../runtime/contract/checkout/index.ts';
import type { CustomerOperations } from '../../../runtime/contract/customers/index.ts';
import type { OutputOf } from '../../../runtime/contract/operation.ts';
import type { OrderOperations } from '../../../runtime/contract/orders/index.ts';
import type { PaymentOperations } from '../../../runtime/contract/payments/index.ts';
import type { AttributeValues } from '../../../runtime/contract/schema/attributes.ts';

export type Operations = CatalogOperations &
  CheckoutOperations &
  CustomerOperations &
  OrderOperations &
  PaymentOperations;

type Out<Id extends keyof Operations> = OutputOf<Operations[Id]>;

/** What the store sells with, read from its config. */
export interface Shop {
  /** What products here need: their type, and values for what it demands. */
  readonly productType: string;
  readonly attributes: AttributeValues;
  readonly variantAttributes: AttributeValues;
  readonly currency: string;
  readonly channel: string;
  readonly country: string;
  readonly address: CheckoutAddress;
  /** Key of a shipping method; undefined where the store sends nothing. */
  readonly shippingMethod: string | undefined;
  /** How things are paid here; undefined where the store takes no money. */
  readonly payment: ShopPayment | undefined;
  /** Makes names unique: two runs must not collide. */
  readonly mark: string;
}

export interface ShopPayment {
  readonly provider: 'stripe' | 'manual';
  readonly method?: string;
  /** Whether the money has to be taken by a call of its own. */
  readonly isCapturedByHand: boolean;
}

export type CheckoutAddress = { readonly country: string } & Readonly<
  Partial<Record<'firstName' | 'lastName' | 'addressLine1' | 'city' | 'region' | 'postalCode', string | null>>
>;

/** What steps have made so far. A step reads only what it needs (`Step.needs`), and that is there. */
export interface Made {
  readonly shop: Shop;
  readonly product: Out<'catalog.products.create'>;
  readonly warehouse: Out<'catalog.locations.create'>;
  readonly location: Out<'catalog.locations.create'>;
  readonly reservation: Out<'catalog.reservations.create'>;
  readonly category: Out<'catalog.categories.create'>;
  readonly parentCategory: Out<'catalog.categories.create'>;
  readonly collection: Out<'catalog.collections.create'>;
  readonly priceList: Out<'catalog.priceLists.create'>;
  readonly media: Out<'catalog.media.upload'>;
  readonly promotion: Out<'checkout.promotions.create'>;
  readonly customer: Out<'customers.customers.create'>;
  readonly cart: Out<'checkout.carts.create'>;
  readonly otherCart: Out<'checkout.carts.create'>;
  readonly order: Out<'checkout.carts.complete'>;
  readonly fulfilment: Out<'orders.fulfilments.create'>;
  readonly return: Out<'orders.returns.request'>;
  readonly payment: Out<'payments.payments.create'>;
  readonly paymentToDispute: Out<'payments.payments.create'>;
}
