/** What can be wrong with a request, as PayPal names it, with the status that the issue comes with. */
export const issues = {
  MISSING_REQUIRED_PARAMETER: [400, 'A required field is missing.'],
  INVALID_PARAMETER_SYNTAX: [400, 'The value of a field does not conform to the expected format.'],
  INVALID_PARAMETER_VALUE: [400, 'The value of a field is invalid.'],
  INVALID_STRING_LENGTH: [400, 'The value of a field is either too short or too long.'],
  INVALID_ARRAY_MIN_ITEMS: [400, 'The number of items in an array parameter is too small.'],
  INVALID_ARRAY_MAX_ITEMS: [400, 'The number of items in an array parameter is too large.'],
  MALFORMED_REQUEST_JSON: [400, 'The request JSON is not well formed.'],
  MALFORMED_REQUEST: [400, 'The server could not understand the request.'],
  FIELD_NOT_PATCHABLE: [400, 'Field cannot be patched.'],
  INVALID_PATCH_OPERATION: [400, 'The operation cannot be honored.'],
  PAYPAL_REQUEST_ID_REQUIRED: [
    400,
    'A PayPal-Request-Id is required if you are trying to process payment for an Order. Please specify a PayPal-Request-Id or Create the Order without a `payment_source` specified.',
  ],
  AUTHENTICATION_FAILURE: [401, 'Authentication failed due to invalid authentication credentials.'],
  INVALID_ACCOUNT_STATUS: [401, 'Account validations failed for the user.'],
  PERMISSION_DENIED: [403, 'You do not have permission to access or perform operations on this resource.'],
  NOT_ENABLED_FOR_CARD_PROCESSING: [
    403,
    'The API Caller account is not setup to be able to process card payments.',
  ],
  CONSENT_NEEDED: [403, 'Authorization failed due to insufficient permissions.'],
  INVALID_RESOURCE_ID: [
    404,
    'Specified resource ID does not exist. Please check the resource ID and try again.',
  ],
  PREVIOUS_REQUEST_IN_PROGRESS: [
    409,
    'A previous request on this resource is currently in progress. Please wait for some time and try again.',
  ],
  WEBHOOK_URL_ALREADY_EXISTS: [400, 'Webhook URL already exists.'],
  WEBHOOK_NUMBER_LIMIT_EXCEEDED: [400, 'The number of webhooks of an app is limited to ten.'],
  UNSUPPORTED_MEDIA_TYPE: [415, "The server does not support the request payload's media type."],
  RATE_LIMIT_REACHED: [429, 'Too many requests. Blocked due to rate limiting.'],
  INTERNAL_SERVER_ERROR: [500, 'An internal server error has occurred.'],
  SERVICE_UNAVAILABLE: [503, 'Service Unavailable.'],

  ORDER_NOT_APPROVED: [
    422,
    "Payer has not yet approved the Order for payment. Please redirect the payer to the 'rel':'approve' url returned as part of the HATEOAS links within the Create Order call or provide a valid payment_source in the request.",
  ],
  ORDER_ALREADY_CAPTURED: [
    422,
    "Order already captured. If 'intent=CAPTURE' only one capture per order is allowed.",
  ],
  ORDER_ALREADY_AUTHORIZED: [
    422,
    "Order already authorized. If 'intent=AUTHORIZE' only one authorization per order is allowed.",
  ],
  ORDER_ALREADY_COMPLETED: [422, 'The order cannot be patched after it is completed.'],
  ORDER_COMPLETED_OR_VOIDED: [422, 'Order is voided or completed and hence cannot be authorized.'],
  ORDER_EXPIRED: [422, 'Order is expired and hence cannot be authorized.'],
  ACTION_DOES_NOT_MATCH_INTENT: [
    422,
    'Order was created with an intent that does not match the action being requested.',
  ],
  INSTRUMENT_DECLINED: [
    422,
    'The instrument presented was either declined by the processor or bank, or it can’t be used for this payment.',
  ],
  TRANSACTION_REFUSED: [422, 'The request was refused.'],
  PAYER_ACTION_REQUIRED: [
    422,
    'Transaction cannot complete successfully, instruct the buyer to return to PayPal.',
  ],
  PAYER_CANNOT_PAY: [422, 'Payer cannot pay for this transaction.'],
  DUPLICATE_INVOICE_ID: [
    422,
    'Duplicate Invoice ID detected. To avoid a potential duplicate transaction your account setting requires that Invoice Id be unique for each transaction.',
  ],
  DUPLICATE_REQUEST_ID: [422, 'The value of PayPal-Request-Id header has already been used.'],
  MAX_NUMBER_OF_PAYMENT_ATTEMPTS_EXCEEDED: [
    422,
    'You have exceeded the maximum number of payment attempts. Please review the request and try again later.',
  ],
  CARD_EXPIRED: [422, 'The card is expired.'],
  PAYMENT_SOURCE_DECLINED_BY_PROCESSOR: [422, 'The provided payment source is declined by the processor.'],
  PAYMENT_SOURCE_CANNOT_BE_USED: [422, 'The provided payment source cannot be used to pay for the order.'],
  AMOUNT_MISMATCH: [
    422,
    'Should equal item_total + tax_total + shipping + handling + insurance - shipping_discount - discount.',
  ],
  ITEM_TOTAL_MISMATCH: [
    422,
    'Should equal sum of (unit_amount * quantity) across all items for a given purchase_unit.',
  ],
  ITEM_TOTAL_REQUIRED: [
    422,
    'If item details are specified (items.unit_amount and items.quantity) corresponding amount.breakdown.item_total is required.',
  ],
  TAX_TOTAL_MISMATCH: [
    422,
    'Should equal sum of (tax * quantity) across all items for a given purchase_unit.',
  ],
  TAX_TOTAL_REQUIRED: [
    422,
    'If tax details are specified (items.tax_total and items.quantity) corresponding amount.breakdown.tax_total is required.',
  ],
  DECIMAL_PRECISION: [
    422,
    'If the currency supports decimals, only two decimal place precision is supported; otherwise none.',
  ],
  INVALID_CURRENCY_CODE: [422, 'Currency code is invalid or is not currently supported.'],
  CURRENCY_MISMATCH: [422, 'All amounts of a purchase unit must be in the same currency.'],
  CANNOT_BE_ZERO_OR_NEGATIVE: [422, 'Must be greater than zero.'],
  DUPLICATE_REFERENCE_ID: [422, '`reference_id` must be unique if multiple `purchase_unit` are provided.'],
  REFERENCE_ID_REQUIRED: [
    422,
    '`reference_id` is required for each `purchase_unit` if multiple `purchase_unit` are provided.',
  ],
  REFERENCE_ID_NOT_FOUND: [
    422,
    'Filter expression value is incorrect. Please check the value of the reference_id.',
  ],
  NOT_PATCHABLE: [422, 'Cannot be patched.'],
  COMPLIANCE_VIOLATION: [422, 'Transaction cannot be processed due to a possible compliance violation.'],
  TRANSACTION_BLOCKED_BY_PAYEE: [422, "Transaction blocked by Payee's Fraud Protection settings."],
  SHIPPING_ADDRESS_INVALID: [422, 'Provided shipping address is invalid.'],

  AUTHORIZATION_VOIDED: [422, 'A voided authorization cannot be captured or reauthorized.'],
  AUTHORIZATION_EXPIRED: [422, 'An expired authorization cannot be captured.'],
  AUTHORIZATION_DENIED: [422, 'A denied authorization cannot be captured.'],
  AUTHORIZATION_ALREADY_CAPTURED: [422, 'Authorization has already been captured.'],
  MAX_CAPTURE_AMOUNT_EXCEEDED: [422, 'Capture amount exceeds allowable limit.'],
  MAX_CAPTURE_COUNT_EXCEEDED: [422, 'Maximum number of allowable captures has been reached.'],
  AUTH_CAPTURE_CURRENCY_MISMATCH: [422, 'Currency of capture must be the same as currency of authorization.'],
  PREVIOUSLY_CAPTURED: [422, 'Authorization has been previously captured and hence cannot be voided.'],
  PREVIOUSLY_VOIDED: [422, 'Authorization has been previously voided and hence cannot be voided again.'],
  CANNOT_BE_VOIDED: [422, 'Authorization is in a status that cannot be voided.'],
  REAUTHORIZATION_NOT_SUPPORTED: [422, 'A reauthorize cannot be attempted on this authorization.'],
  REAUTHORIZATION_TOO_SOON: [
    422,
    'A reauthorization is only allowed once from day 4 to day 29 since the date of authorization.',
  ],
  CAPTURE_FULLY_REFUNDED: [422, 'The capture has already been fully refunded.'],
  REFUND_AMOUNT_EXCEEDED: [
    422,
    'The refund amount must be less than or equal to the capture amount that has not yet been refunded.',
  ],
  REFUND_CAPTURE_CURRENCY_MISMATCH: [422, 'Refund must be in the same currency as the capture.'],
  REFUND_TIME_LIMIT_EXCEEDED: [422, 'You are over the time limit to perform a refund on this capture.'],
  REFUND_NOT_ALLOWED: [422, 'Full refund refused - partial refund has already been done on this payment.'],
  REFUND_FAILED_INSUFFICIENT_FUNDS: [422, 'Capture could not be refunded due to insufficient funds.'],
  PARTIAL_REFUND_NOT_ALLOWED: [
    422,
    'You cannot do a refund for an amount less than the original capture amount.',
  ],
  MAX_NUMBER_OF_REFUNDS_EXCEEDED: [
    422,
    'You have exceeded the number of refunds that can be processed per capture.',
  ],
  PENDING_CAPTURE: [422, 'Cannot initiate a refund as the capture is pending.'],
  ACTION_NOT_ALLOWED_IN_CURRENT_DISPUTE_STATE: [
    422,
    'The action is not allowed in the current state of the dispute.',
  ],
  TRANSACTION_DISPUTED: [
    422,
    'Partial refunds cannot be offered at this time because there is an open case on this transaction.',
  ],
  REFUND_NOT_PERMITTED_DUE_TO_CHARGEBACK: [
    422,
    'Refunds not allowed on this capture due to a chargeback on the card or bank.',
  ],
} as const satisfies Readonly<Record<string, readonly [status: number, description: string]>>;

export type Issue = keyof typeof issues;

export function isIssue(name: string): name is Issue {
  return Object.hasOwn(issues, name);
}
