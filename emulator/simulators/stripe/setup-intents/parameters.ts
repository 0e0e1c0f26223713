import { expand } from '../parameters/common.ts';
import { flag, oneOf } from '../parameters/parameter.ts';
import {
  createFields as paymentCreateFields,
  confirmFields as paymentFields,
} from '../payment-intents/parameters.ts';

const { payment_method, payment_method_data, payment_method_options, return_url, use_stripe_sdk } =
  paymentFields;
const { mandate_data } = paymentFields;
const { automatic_payment_methods, customer, description, metadata } = paymentCreateFields;

export const confirmFields = {
  ...{ ...expand, payment_method, payment_method_data, payment_method_options, return_url },
  ...{ use_stripe_sdk, mandate_data },
};

export const createFields = {
  ...{ ...confirmFields, automatic_payment_methods, customer, description, metadata, confirm: flag() },
  ...{ payment_method_types: paymentFields.payment_method_types, usage: oneOf('on_session', 'off_session') },
};
