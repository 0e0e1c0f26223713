import { currency, shipping } from '../parameters/common.ts';
import {
  flag,
  type InputOf,
  integer,
  list,
  metadata,
  oneOf,
  required,
  shape,
  text,
  unsettable,
} from '../parameters/parameter.ts';
import { methodData } from '../payment-methods/parameters.ts';

const methodOptions = shape({
  card: shape({ request_three_d_secure: oneOf('any', 'automatic', 'challenge') }),
});

const amount = integer({ min: 0, max: 99_999_999 });

const described = {
  description: unsettable(text()),
  metadata: metadata(),
  receipt_email: unsettable(text()),
  shipping: unsettable(shipping),
  statement_descriptor: text(22),
  statement_descriptor_suffix: text(22),
  transfer_group: text(),
};

const paidWith = {
  payment_method: text(),
  payment_method_data: methodData,
  payment_method_options: methodOptions,
  payment_method_types: list(text()),
  setup_future_usage: unsettable(oneOf('on_session', 'off_session')),
};

export const confirmFields = {
  ...paidWith,
  capture_method: oneOf('automatic', 'automatic_async', 'manual'),
  error_on_requires_action: flag(),
  mandate_data: shape({ customer_acceptance: shape({ type: oneOf('online', 'offline') }) }),
  off_session: flag(),
  receipt_email: described.receipt_email,
  return_url: text(),
  shipping: described.shipping,
  use_stripe_sdk: flag(),
  client_secret: text(),
};

const { client_secret: _ofBrowsers, ...confirmedAtOnce } = confirmFields;

export const createFields = {
  ...confirmedAtOnce,
  ...described,
  amount: required(amount),
  currency: required(currency),
  automatic_payment_methods: shape({
    enabled: required(flag()),
    allow_redirects: oneOf('always', 'never'),
  }),
  confirm: flag(),
  confirmation_method: oneOf('automatic', 'manual'),
  customer: text(),
};

export const updateFields = {
  ...described,
  ...paidWith,
  amount,
  currency,
  customer: text(),
  capture_method: confirmFields.capture_method,
};

export type ConfirmInput = Omit<InputOf<typeof confirmFields>, 'client_secret'>;
export type CreateInput = InputOf<typeof createFields>;
export type UpdateInput = InputOf<typeof updateFields>;
