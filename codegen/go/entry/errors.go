package headlesspro

import "store.local/headlesspro/core"

// Families of errors. A problem code has a type of its own beside these, and errors.As finds both in an error.
type (
	// APIError is what the API answered with; it is in every error of an answer.
	APIError = core.APIError
	// FieldError is one faulty place in an input.
	FieldError = core.FieldError
	// BadRequestError is 400: the request could not be understood.
	BadRequestError = core.BadRequestError
	// UnauthenticatedError is 401: no key, or not a valid one.
	UnauthenticatedError = core.UnauthenticatedError
	// ForbiddenError is 403: the key may not do that.
	ForbiddenError = core.ForbiddenError
	// NotFoundError is 404: there is no such resource.
	NotFoundError = core.NotFoundError
	// ConflictError is 409: the state of the resource does not allow it.
	ConflictError = core.ConflictError
	// InvalidError is 422: Errors names what is wrong with the input.
	InvalidError = core.InvalidError
	// RateLimitError is 429: RetryAfter says when to come back.
	RateLimitError = core.RateLimitError
	// ServerError is 5xx: not the caller's fault.
	ServerError = core.ServerError

	// ConnectionError is a call that got no answer.
	ConnectionError = core.ConnectionError
	// TimeoutError is a call that took longer than it was allowed to.
	TimeoutError = core.TimeoutError
	// CancelledError is a call whose context was cancelled.
	CancelledError = core.CancelledError
)
