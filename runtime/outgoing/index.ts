export { createHttpOutgoing, type HttpOutgoingOptions } from './http-outgoing.ts';
export {
  type Outgoing,
  type OutgoingAnswer,
  OutgoingFailure,
  type OutgoingRequest,
  type WebhookPurpose,
} from './outgoing.ts';
