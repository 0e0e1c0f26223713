export type {
  KnownPayment,
  PaymentConnection,
  PaymentProvider,
  ProviderDispute,
  ProviderFailure,
  ProviderFee,
  ProviderListing,
  ProviderMethod,
  ProviderNotice,
  ProviderRefund,
  ProviderState,
  RefundRequest,
  StartRequest,
} from './payment-provider.ts';
export { createPaymentsService } from './service.ts';
