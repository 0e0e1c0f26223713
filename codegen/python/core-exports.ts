/** Public names of the hand-written part, by module. */
export const coreExports: Readonly<Record<string, readonly string[]>> = {
  '_core.answer': ['ApiAnswer'],
  '_core.errors': [
    ...['ApiError', 'BadRequestError', 'ConflictError', 'ConnectionError', 'FieldError', 'ForbiddenError'],
    ...['HeadlessProError', 'InvalidError', 'NotFoundError', 'RateLimitError', 'ServerError', 'TimeoutError'],
    'UnauthenticatedError',
  ],
  '_core.hooks': ['Hooks', 'MismatchEvent', 'RequestEvent', 'ResponseEvent', 'RetryEvent'],
  '_core.async_lists': ['AsyncApiList', 'AsyncApiPage'],
  '_core.lists': ['ApiList', 'ApiPage'],
  '_core.model': ['ApiModel'],
  '_core.not_given': ['NOT_GIVEN', 'NotGiven'],
  '_core.options': ['RequestOptions', 'Upload', 'VersionedOptions', 'WriteOptions'],
  '_core.webhook_signing': ['WebhookVerificationError'],
};
