package core

import (
	"fmt"
	"time"
)

// ConnectionError is a call that got no answer: the server is not there, or the connection broke.
type ConnectionError struct {
	Attempts       int
	IdempotencyKey string
	message        string
	cause          error
}

func (failure *ConnectionError) Error() string { return failure.message }

// Unwrap gives what the network said.
func (failure *ConnectionError) Unwrap() error { return failure.cause }

// TimeoutError is a call that took longer than it was allowed to.
type TimeoutError struct {
	// Limit is "timeout" for one attempt, "deadline" for the context's time.
	Limit          string
	Attempts       int
	IdempotencyKey string
	message        string
	cause          error
}

func (failure *TimeoutError) Error() string { return failure.message }

// Timeout makes it a net.Error's kind of time-out.
func (failure *TimeoutError) Timeout() bool { return true }

// Unwrap gives context.DeadlineExceeded, or the cause of the context.
func (failure *TimeoutError) Unwrap() error { return failure.cause }

// CancelledError is a call whose context was cancelled.
type CancelledError struct {
	Attempts       int
	IdempotencyKey string
	message        string
	cause          error
}

func (failure *CancelledError) Error() string { return failure.message }

// Unwrap gives context.Canceled, or the cause of the context.
func (failure *CancelledError) Unwrap() error { return failure.cause }

func (attempt *attempt) gotNoAnswer(cause error) error {
	return &ConnectionError{
		Attempts:       attempt.number,
		IdempotencyKey: attempt.key,
		message: fmt.Sprintf("%s: no answer (%v, attempt %d). Is the platform running there?",
			attempt.shown(), cause, attempt.number),
		cause: cause,
	}
}

func (attempt *attempt) timedOut(timeout time.Duration, cause error) error {
	return &TimeoutError{
		Limit:          "timeout",
		Attempts:       attempt.number,
		IdempotencyKey: attempt.key,
		message: fmt.Sprintf("%s: no answer within the timeout of %s (attempt %d).",
			attempt.shown(), timeout, attempt.number),
		cause: cause,
	}
}
