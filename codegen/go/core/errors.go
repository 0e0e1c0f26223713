package core

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

// FieldError is one faulty place in an input.
type FieldError struct {
	// Pointer is a JSON pointer into the input.
	Pointer string `json:"pointer"`
	Message string `json:"message"`
}

// APIError is what the API answered with. errors.As finds it in every error of an answer; families of the status
// (ConflictError) and problem codes (OutOfStockError) are types of their own around it.
type APIError struct {
	Status int
	// Code is stable. A newer platform may answer with codes that this SDK has no type for.
	Code  string
	Title string
	// Detail says what happened this time.
	Detail string
	// Hint says what to do next.
	Hint   string
	Errors []FieldError
	// Details are facts for programs, as they came; DecodeDetails reads them.
	Details json.RawMessage
	// RequestID finds the request in the log of hp dev.
	RequestID string
	// RetryAfter is how long the server asks to wait; zero where it does not.
	RetryAfter time.Duration
	// IdempotencyKey was sent with each attempt of a write: repeat the call with it, and the effect happens once.
	IdempotencyKey string
	Attempts       int
	// Body is what was answered, whatever it was.
	Body []byte

	// asksToWait tells a Retry-After of zero from none.
	asksToWait bool
}

func (failure *APIError) Error() string {
	parts := []string{failure.Detail}
	if failure.Hint != "" {
		parts = append(parts, failure.Hint)
	}
	if failure.RequestID != "" {
		parts = append(parts, "(request "+failure.RequestID+")")
	}
	return strings.Join(parts, " ")
}

// DecodeDetails reads the details of a problem into its type: OutOfStockDetails.
func (failure *APIError) DecodeDetails(details any) error {
	if len(failure.Details) == 0 {
		return nil
	}
	return Unmarshal(failure.Details, details)
}

// BadRequestError is 400: the request could not be understood.
type BadRequestError struct{ *APIError }

// UnauthenticatedError is 401: no key, or not a valid one.
type UnauthenticatedError struct{ *APIError }

// ForbiddenError is 403: the key may not do that.
type ForbiddenError struct{ *APIError }

// NotFoundError is 404: there is no such resource.
type NotFoundError struct{ *APIError }

// ConflictError is 409: the state of the resource does not allow it.
type ConflictError struct{ *APIError }

// InvalidError is 422: Errors names what is wrong with the input.
type InvalidError struct{ *APIError }

// RateLimitError is 429: RetryAfter says when to come back.
type RateLimitError struct{ *APIError }

// ServerError is 5xx: not the caller's fault.
type ServerError struct{ *APIError }

// Unwrap gives the APIError.
func (failure *BadRequestError) Unwrap() error { return failure.APIError }

// Unwrap gives the APIError.
func (failure *UnauthenticatedError) Unwrap() error { return failure.APIError }

// Unwrap gives the APIError.
func (failure *ForbiddenError) Unwrap() error { return failure.APIError }

// Unwrap gives the APIError.
func (failure *NotFoundError) Unwrap() error { return failure.APIError }

// Unwrap gives the APIError.
func (failure *ConflictError) Unwrap() error { return failure.APIError }

// Unwrap gives the APIError.
func (failure *InvalidError) Unwrap() error { return failure.APIError }

// Unwrap gives the APIError.
func (failure *RateLimitError) Unwrap() error { return failure.APIError }

// Unwrap gives the APIError.
func (failure *ServerError) Unwrap() error { return failure.APIError }

// FamilyOf gives an error the type of its status.
func FamilyOf(failure *APIError) error {
	switch failure.Status {
	case 400:
		return &BadRequestError{failure}
	case 401:
		return &UnauthenticatedError{failure}
	case 403:
		return &ForbiddenError{failure}
	case 404:
		return &NotFoundError{failure}
	case 409:
		return &ConflictError{failure}
	case 422:
		return &InvalidError{failure}
	case 429:
		return &RateLimitError{failure}
	}
	if failure.Status >= 500 {
		return &ServerError{failure}
	}
	return failure
}

// problem is an error as RFC 9457 and the API have it. Nothing is taken for granted: the body may be anybody's.
type problem struct {
	Title     string          `json:"title"`
	Detail    string          `json:"detail"`
	Hint      string          `json:"hint"`
	Code      string          `json:"code"`
	Errors    []FieldError    `json:"errors"`
	Details   json.RawMessage `json:"details"`
	RequestID string          `json:"requestId"`
}

// longestExcerpt of a page that is no problem of the API, in bytes.
const longestExcerpt = 200

func newAPIError(status int, body []byte) *APIError {
	var answered problem
	// What is of another type than the API's stays empty.
	_, notJSON := decode(body, &answered)
	failure := &APIError{
		Status:    status,
		Code:      firstText(answered.Code, "unknown"),
		Title:     firstText(answered.Title, fmt.Sprintf("The server answered with status %d.", status)),
		Hint:      answered.Hint,
		Errors:    answered.Errors,
		Details:   answered.Details,
		RequestID: answered.RequestID,
		Body:      body,
	}
	failure.Detail = firstText(answered.Detail, failure.Title)
	if notJSON != nil && len(body) > 0 {
		excerpt := strings.ToValidUTF8(string(body[:min(len(body), longestExcerpt)]), "")
		failure.Detail += " " + strings.TrimSpace(excerpt)
	}
	return failure
}

func firstText(texts ...string) string {
	for _, text := range texts {
		if text != "" {
			return text
		}
	}
	return ""
}
