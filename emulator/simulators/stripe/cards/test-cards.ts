import { type Decline, declines } from './declines.ts';

/** What a test card does. One that says nothing pays. */
export interface TestCard {
  /** After `pm_card_` and `tok_`. */
  readonly name: string;
  /** None where Stripe documents the name alone. */
  readonly number?: string;
  readonly brand: 'visa' | 'mastercard' | 'amex' | 'discover' | 'diners' | 'jcb' | 'unionpay';
  readonly funding: 'credit' | 'debit' | 'prepaid';
  readonly country: string;
  readonly decline?: Decline;
  /** A card that is declined can not be attached to a customer, but for this. */
  readonly attaches?: true;
  /**
   * When the bank wants to see the customer: at every payment, unless the card was set up, when the caller asks for
   * it alone, or never. `frictionless` is authenticated without a challenge.
   */
  readonly authentication?:
    | 'always'
    | 'unlessSetUp'
    | 'onSession'
    | 'ifRequested'
    | 'frictionless'
    | 'notSupported';
  readonly authenticationFails?: true;
  readonly risk?: 'blocked' | 'highest' | 'elevated';
  readonly checks?: {
    readonly cvc?: 'fail';
    readonly line1?: 'fail' | 'unavailable';
    readonly postalCode?: 'fail' | 'unavailable';
  };
  readonly dispute?: 'fraudulent' | 'product_not_received' | 'inquiry' | 'several';
  readonly isReportedAsFraud?: true;
  readonly refund?: 'pending' | 'fails';
  /** Its funds are available at once. */
  readonly bypassesPending?: true;
}

const visa = { brand: 'visa', funding: 'credit', country: 'US' } as const;

/** @see https://docs.stripe.com/testing */
export const testCards: readonly TestCard[] = [
  { ...visa, name: 'visa', number: '4242424242424242', authentication: 'ifRequested' },
  { ...visa, name: 'visa_debit', number: '4000056655665556', funding: 'debit' },
  { ...visa, name: 'mastercard', number: '5555555555554444', brand: 'mastercard' },
  { ...visa, name: 'mastercard_2series', number: '2223003122003222', brand: 'mastercard' },
  { ...visa, name: 'mastercard_debit', number: '5200828282828210', brand: 'mastercard', funding: 'debit' },
  {
    ...visa,
    name: 'mastercard_prepaid',
    number: '5105105105105100',
    brand: 'mastercard',
    funding: 'prepaid',
  },
  { ...visa, name: 'amex', number: '378282246310005', brand: 'amex', authentication: 'notSupported' },
  { ...visa, name: 'amex_2', number: '371449635398431', brand: 'amex', authentication: 'notSupported' },
  { ...visa, name: 'discover', number: '6011111111111117', brand: 'discover' },
  { ...visa, name: 'diners', number: '3056930009020004', brand: 'diners' },
  { ...visa, name: 'jcb', number: '3566002020360505', brand: 'jcb', country: 'JP' },
  { ...visa, name: 'unionpay', number: '6200000000000005', brand: 'unionpay', country: 'CN' },

  { ...visa, name: 'visa_chargeDeclined', number: '4000000000000002', decline: declines.generic },
  {
    ...visa,
    ...{ name: 'visa_chargeDeclinedInsufficientFunds', number: '4000000000009995' },
    decline: declines.insufficientFunds,
  },
  { ...visa, name: 'visa_chargeDeclinedLostCard', number: '4000000000009987', decline: declines.lostCard },
  {
    ...visa,
    name: 'visa_chargeDeclinedStolenCard',
    number: '4000000000009979',
    decline: declines.stolenCard,
  },
  { ...visa, name: 'chargeDeclinedExpiredCard', number: '4000000000000069', decline: declines.expiredCard },
  { ...visa, name: 'chargeDeclinedIncorrectCvc', number: '4000000000000127', decline: declines.incorrectCvc },
  {
    ...visa,
    ...{ name: 'chargeDeclinedProcessingError', number: '4000000000000119' },
    decline: declines.processingError,
  },
  {
    ...visa,
    ...{ name: 'visa_chargeDeclinedVelocityLimitExceeded', number: '4000000000006975' },
    decline: declines.velocityExceeded,
  },
  {
    ...visa,
    name: 'chargeCustomerFail',
    number: '4000000000000341',
    decline: declines.generic,
    attaches: true,
  },

  {
    ...visa,
    name: 'authenticationRequiredOnSetup',
    number: '4000002500003155',
    authentication: 'unlessSetUp',
  },
  { ...visa, name: 'authenticationRequired', number: '4000002760003184', authentication: 'always' },
  {
    ...visa,
    ...{ name: 'authenticationRequiredSetupForOffSession', number: '4000003800000446' },
    authentication: 'onSession',
  },
  {
    ...visa,
    ...{ name: 'authenticationRequiredChargeDeclinedInsufficientFunds', number: '4000008260003178' },
    ...{ authentication: 'always', decline: declines.insufficientFunds, attaches: true },
  },
  { ...visa, name: 'threeDSecure2Required', number: '4000000000003220', authentication: 'always' },
  {
    ...visa,
    ...{ name: 'threeDSecureRequiredChargeDeclined', number: '4000008400001629' },
    ...{ authentication: 'always', decline: declines.generic, attaches: true },
  },
  {
    ...visa,
    ...{ name: 'threeDSecureRequiredProcessingError', number: '4000008400001280' },
    ...{ authentication: 'always', authenticationFails: true },
  },
  { ...visa, name: 'threeDSecureOptional', number: '4000000000003055', authentication: 'ifRequested' },
  {
    ...visa,
    ...{ name: 'threeDSecureOptionalProcessingError', number: '4000000000003097' },
    ...{ authentication: 'ifRequested', authenticationFails: true },
  },
  { ...visa, name: 'threeDSecureFrictionless', number: '4000000032200000', authentication: 'frictionless' },

  { ...visa, name: 'radarBlock', number: '4100000000000019', risk: 'blocked' },
  { ...visa, name: 'riskLevelHighest', number: '4000000000004954', risk: 'highest' },
  { ...visa, name: 'riskLevelElevated', number: '4000000000009235', risk: 'elevated' },
  { ...visa, name: 'cvcCheckFail', number: '4000000000000101', checks: { cvc: 'fail' } },
  { ...visa, name: 'avsZipFail', number: '4000000000000036', checks: { postalCode: 'fail' } },
  { ...visa, name: 'avsLine1Fail', number: '4000000000000028', checks: { line1: 'fail' } },
  { ...visa, name: 'avsFail', number: '4000000000000010', checks: { line1: 'fail', postalCode: 'fail' } },
  {
    ...visa,
    ...{ name: 'avsUnchecked', number: '4000000000000044' },
    checks: { line1: 'unavailable', postalCode: 'unavailable' },
  },
  { ...visa, name: 'createDispute', number: '4000000000000259', dispute: 'fraudulent' },
  {
    ...visa,
    ...{ name: 'createDisputeProductNotReceived', number: '4000000000002685' },
    dispute: 'product_not_received',
  },
  { ...visa, name: 'createDisputeInquiry', number: '4000000000001976', dispute: 'inquiry' },
  { ...visa, name: 'createMultipleDisputes', number: '4000004040000079', dispute: 'several' },
  { ...visa, name: 'createIssuerFraudRecord', number: '4000000000005423', isReportedAsFraud: true },
  { ...visa, name: 'pendingRefund', number: '4000000000007726', refund: 'pending' },
  { ...visa, name: 'refundFail', number: '4000000000005126', refund: 'fails' },
  { ...visa, name: 'bypassPending', number: '4000000000000077', bypassesPending: true },
  {
    ...visa,
    ...{ name: 'bypassPendingInternational', number: '4000003720000278', country: 'IE' },
    bypassesPending: true,
  },
];

/** Names that Stripe keeps for older tests. */
const aliases: Readonly<Record<string, string>> = {
  chargeDeclined: 'visa_chargeDeclined',
  chargeDeclinedInsufficientFunds: 'visa_chargeDeclinedInsufficientFunds',
  chargeDeclinedFraudulent: 'radarBlock',
  threeDSecureRequired: 'threeDSecure2Required',
};

export function testCardNamed(name: string): TestCard | undefined {
  const own = Object.hasOwn(aliases, name) ? aliases[name] : name;
  return testCards.find((card) => card.name === own);
}

export function testCardNumbered(number: string): TestCard | undefined {
  return testCards.find((card) => card.number === number);
}
