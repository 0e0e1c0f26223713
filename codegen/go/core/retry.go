package core

import (
	"context"
	"errors"
	"math/rand/v2"
	"net/http"
	"strconv"
	"strings"
	"time"
)

const (
	// firstWait goes ahead of the second attempt; it is doubled for each one after.
	firstWait   = 500 * time.Millisecond
	longestWait = 8 * time.Second
	// longestRetryAfter is what the server may ask for. Longer, and the caller decides.
	longestRetryAfter = 60 * time.Second
)

// isRetryable reports whether the same request may well succeed when it is sent again. Writes carry a key, so that a
// repeat is safe.
func isRetryable(err error) bool {
	var failure *APIError
	if !errors.As(err, &failure) {
		var connection *ConnectionError
		var timeout *TimeoutError
		return errors.As(err, &connection) || errors.As(err, &timeout) && timeout.Limit == "timeout"
	}
	switch failure.Status {
	case http.StatusRequestTimeout, http.StatusTooManyRequests:
		return true
	case http.StatusConflict:
		return failure.Code == "idempotency_in_progress"
	default:
		return failure.Status >= 500 && failure.Status != http.StatusNotImplemented
	}
}

// waitBeforeRetry says how long to wait after an attempt, and false where the server asks for more than is
// reasonable: never sooner than asked.
func waitBeforeRetry(number int, err error) (time.Duration, bool) {
	var failure *APIError
	if errors.As(err, &failure) && failure.asksToWait {
		return failure.RetryAfter, failure.RetryAfter <= longestRetryAfter
	}
	full := longestWait
	if doublings := number - 1; doublings < 5 {
		full = min(firstWait<<doublings, longestWait)
	}
	return full/2 + rand.N(full/2+1), true
}

// parseRetryAfter reads a number of seconds, or an HTTP date.
func parseRetryAfter(header string, now time.Time) (time.Duration, bool) {
	text := strings.TrimSpace(header)
	if seconds, err := strconv.ParseInt(text, 10, 64); err == nil {
		// More than a year is more than anybody waits for, and might not fit.
		return time.Duration(min(max(seconds, 0), 365*24*3600)) * time.Second, true
	}
	if date, err := http.ParseTime(text); err == nil {
		return max(date.Sub(now), 0), true
	}
	return 0, false
}

// Sleep waits, and ends with the context.
type Sleep func(ctx context.Context, wait time.Duration) error

func sleep(ctx context.Context, wait time.Duration) error {
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
