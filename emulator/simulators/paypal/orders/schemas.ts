import Type, { type Static, type TSchema } from 'typebox';

const optional = <Schema extends TSchema>(schema: Schema) => Type.Optional(schema);
const text = (maxLength: number) => Type.String({ minLength: 1, maxLength });

export const MoneySchema = Type.Object({
  currency_code: Type.String({ pattern: '^[A-Z]{3}$' }),
  value: Type.String({ pattern: '^(0|[1-9][0-9]{0,11})(\\.[0-9]+)?$', maxLength: 32 }),
});

const Breakdown = Type.Object({
  item_total: optional(MoneySchema),
  shipping: optional(MoneySchema),
  handling: optional(MoneySchema),
  tax_total: optional(MoneySchema),
  insurance: optional(MoneySchema),
  shipping_discount: optional(MoneySchema),
  discount: optional(MoneySchema),
});

const Item = Type.Object({
  name: text(127),
  quantity: Type.String({ pattern: '^[1-9][0-9]{0,9}$' }),
  unit_amount: MoneySchema,
  tax: optional(MoneySchema),
  description: optional(Type.String({ maxLength: 4000 })),
  sku: optional(Type.String({ maxLength: 127 })),
  url: optional(Type.String({ maxLength: 2048 })),
  image_url: optional(Type.String({ maxLength: 2048 })),
  category: optional(Type.Enum(['DIGITAL_GOODS', 'PHYSICAL_GOODS', 'DONATION'])),
});

export const AddressSchema = Type.Object({
  address_line_1: optional(Type.String({ maxLength: 300 })),
  address_line_2: optional(Type.String({ maxLength: 300 })),
  admin_area_2: optional(Type.String({ maxLength: 120 })),
  admin_area_1: optional(Type.String({ maxLength: 300 })),
  postal_code: optional(Type.String({ maxLength: 60 })),
  country_code: Type.String({ pattern: '^([A-Z]{2}|C2)$' }),
});

const Shipping = Type.Object({
  name: optional(Type.Object({ full_name: optional(text(300)) })),
  type: optional(Type.Enum(['SHIPPING', 'PICKUP_IN_PERSON', 'PICKUP_IN_STORE', 'PICKUP_FROM_PERSON'])),
  address: optional(AddressSchema),
});

const AmountSchema = Type.Object({ ...MoneySchema.properties, breakdown: optional(Breakdown) });

export const PurchaseUnitSchema = Type.Object({
  reference_id: optional(text(256)),
  amount: AmountSchema,
  payee: optional(Type.Object({ email_address: optional(text(254)), merchant_id: optional(text(13)) })),
  description: optional(text(127)),
  custom_id: optional(text(127)),
  invoice_id: optional(text(127)),
  soft_descriptor: optional(text(22)),
  items: optional(Type.Array(Item)),
  shipping: optional(Shipping),
});

const returnAddresses = {
  return_url: optional(Type.String({ pattern: '^https?://' })),
  cancel_url: optional(Type.String({ pattern: '^https?://' })),
};
const experience = {
  ...returnAddresses,
  brand_name: optional(text(127)),
  locale: optional(Type.String({ pattern: '^[a-z]{2}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?$' })),
  shipping_preference: optional(Type.Enum(['GET_FROM_FILE', 'NO_SHIPPING', 'SET_PROVIDED_ADDRESS'])),
  user_action: optional(Type.Enum(['CONTINUE', 'PAY_NOW'])),
};

export const PaymentSourceSchema = Type.Object({
  paypal: optional(
    Type.Object({
      experience_context: optional(Type.Object(experience)),
      email_address: optional(text(254)),
    }),
  ),
  card: optional(
    Type.Object({
      name: optional(text(300)),
      number: Type.String({ pattern: '^[0-9]{13,19}$' }),
      expiry: Type.String({ pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$' }),
      security_code: optional(Type.String({ pattern: '^[0-9]{3,4}$' })),
      billing_address: optional(AddressSchema),
    }),
  ),
});

export const ProcessingInstruction = Type.Enum(['NO_INSTRUCTION', 'ORDER_COMPLETE_ON_PAYMENT_APPROVAL']);

export const OrderRequestSchema = Type.Object({
  intent: Type.Enum(['CAPTURE', 'AUTHORIZE']),
  purchase_units: Type.Array(PurchaseUnitSchema, { minItems: 1, maxItems: 10 }),
  payment_source: optional(PaymentSourceSchema),
  application_context: optional(Type.Object(experience)),
  processing_instruction: optional(ProcessingInstruction),
});

/** Of confirm-payment-source. */
export const ConfirmRequestSchema = Type.Object({
  payment_source: PaymentSourceSchema,
  application_context: optional(Type.Object(experience)),
  processing_instruction: optional(ProcessingInstruction),
});

/** Of authorize and capture. */
export const PayRequestSchema = Type.Object({ payment_source: optional(PaymentSourceSchema) });

export const PatchRequestSchema = Type.Array(
  Type.Object({
    op: Type.Enum(['add', 'remove', 'replace', 'move', 'copy', 'test']),
    path: optional(Type.String()),
    value: optional(Type.Unknown()),
    from: optional(Type.String()),
  }),
  { minItems: 1 },
);

export type PurchaseUnitRequest = Static<typeof PurchaseUnitSchema>;
export type OrderRequest = Static<typeof OrderRequestSchema>;
export type PaymentSourceRequest = Static<typeof PaymentSourceSchema>;
export type CardRequest = NonNullable<PaymentSourceRequest['card']>;
export type ExperienceContext = NonNullable<OrderRequest['application_context']>;
export type PatchOperation = Static<typeof PatchRequestSchema>[number];
export type Address = Static<typeof AddressSchema>;
