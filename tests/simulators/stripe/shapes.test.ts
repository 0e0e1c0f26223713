import type Stripe from 'stripe';
import { expectTypeOf, test } from 'vitest';
import type { Account } from '../../../emulator/simulators/stripe/account.ts';
import type { BalanceTransaction } from '../../../emulator/simulators/stripe/balance/balance-transaction.ts';
import type { Charge } from '../../../emulator/simulators/stripe/charges/charge.ts';
import type { CheckoutSession } from '../../../emulator/simulators/stripe/checkout/checkout-session.ts';
import type { Customer } from '../../../emulator/simulators/stripe/customers/customer.ts';
import type { Dispute } from '../../../emulator/simulators/stripe/disputes/dispute.ts';
import type { PaymentIntent } from '../../../emulator/simulators/stripe/payment-intents/payment-intent.ts';
import type { PaymentMethod } from '../../../emulator/simulators/stripe/payment-methods/payment-method.ts';
import type { EarlyFraudWarning } from '../../../emulator/simulators/stripe/radar/early-fraud-warning.ts';
import type { Refund } from '../../../emulator/simulators/stripe/refunds/refund.ts';
import type { SetupIntent } from '../../../emulator/simulators/stripe/setup-intents/setup-intent.ts';
import type { WebhookEndpoint } from '../../../emulator/simulators/stripe/webhooks/webhook-endpoint.ts';

/** Members that the SDK says are always there. */
type Always<Shape> = { [Name in keyof Shape as undefined extends Shape[Name] ? never : Name]: Shape[Name] };
type Missing<Ours, Theirs> = Exclude<keyof Always<Theirs>, keyof Ours>;

test('every object has the members that the SDK says are always there', () => {
  expectTypeOf<Missing<PaymentIntent, Stripe.PaymentIntent>>().toEqualTypeOf<never>();
  expectTypeOf<Missing<SetupIntent, Stripe.SetupIntent>>().toEqualTypeOf<never>();
  expectTypeOf<Missing<Charge, Stripe.Charge>>().toEqualTypeOf<never>();
  expectTypeOf<Missing<Refund, Stripe.Refund>>().toEqualTypeOf<never>();
  expectTypeOf<Missing<Dispute, Stripe.Dispute>>().toEqualTypeOf<never>();
  expectTypeOf<Missing<Customer, Stripe.Customer>>().toEqualTypeOf<never>();
  expectTypeOf<Missing<PaymentMethod, Stripe.PaymentMethod>>().toEqualTypeOf<never>();
  expectTypeOf<Missing<CheckoutSession, Stripe.Checkout.Session>>().toEqualTypeOf<never>();
  expectTypeOf<Missing<BalanceTransaction, Stripe.BalanceTransaction>>().toEqualTypeOf<never>();
  expectTypeOf<Missing<WebhookEndpoint, Stripe.WebhookEndpoint>>().toEqualTypeOf<never>();
  expectTypeOf<Missing<EarlyFraudWarning, Stripe.Radar.EarlyFraudWarning>>().toEqualTypeOf<never>();
  expectTypeOf<Missing<Account, Stripe.Account>>().toEqualTypeOf<never>();
});
