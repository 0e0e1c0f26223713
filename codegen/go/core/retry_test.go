package core

import (
	"errors"
	"net/http"
	"testing"
	"time"
)

func TestWaitsBetweenHalfAndAllOfADoublingTime(t *testing.T) {
	full := []time.Duration{
		500 * time.Millisecond, time.Second, 2 * time.Second, 4 * time.Second,
		8 * time.Second, 8 * time.Second, 8 * time.Second,
	}
	for index, longest := range full {
		shortest, waits := longest/2, map[time.Duration]bool{}
		for range 1000 {
			wait, isReasonable := waitBeforeRetry(index+1, errors.New("no answer"))
			if !isReasonable || wait < shortest || wait > longest {
				t.Fatalf("attempt %d: waits %s (%t), not between %s and %s", index+1, wait, isReasonable, shortest, longest)
			}
			waits[wait] = true
		}
		if len(waits) < 100 {
			t.Errorf("attempt %d: only %d different waits of 1000: clients would come back together", index+1, len(waits))
		}
	}
}

func TestWaitsAtMostEightSecondsHoweverOftenItTries(t *testing.T) {
	for _, number := range []int{64, 65, 1000} {
		if wait, _ := waitBeforeRetry(number, errors.New("no answer")); wait < 4*time.Second || wait > 8*time.Second {
			t.Errorf("attempt %d: waits %s", number, wait)
		}
	}
}

func TestReadsRetryAfterAsSecondsAndAsADate(t *testing.T) {
	now := time.Date(2026, 1, 31, 12, 0, 0, 0, time.UTC)
	cases := map[string]struct {
		wait time.Duration
		asks bool
	}{
		"":                              {0, false},
		"soon":                          {0, false},
		"0":                             {0, true},
		"3":                             {3 * time.Second, true},
		" 3 ":                           {3 * time.Second, true},
		"-5":                            {0, true},
		"99999999999999999":             {365 * 24 * time.Hour, true},
		"Sat, 31 Jan 2026 12:00:07 GMT": {7 * time.Second, true},
		"Sat, 31 Jan 2026 11:59:00 GMT": {0, true},
	}
	for header, expected := range cases {
		if wait, asks := parseRetryAfter(header, now); wait != expected.wait || asks != expected.asks {
			t.Errorf("Retry-After %q: waits %s, asks %t", header, wait, asks)
		}
	}
}

func TestWaitsAsLongAsTheServerAsksAndNeverSooner(t *testing.T) {
	asking := func(wait time.Duration) error {
		return FamilyOf(&APIError{Status: http.StatusTooManyRequests, RetryAfter: wait, asksToWait: true})
	}
	for asked, isReasonable := range map[time.Duration]bool{
		0: true, 7 * time.Second: true, 60 * time.Second: true, 61 * time.Second: false, time.Hour: false,
	} {
		if wait, waits := waitBeforeRetry(1, asking(asked)); wait != asked || waits != isReasonable {
			t.Errorf("asked for %s: waits %s (%t)", asked, wait, waits)
		}
	}
}

func TestRetriesWhatMayWellSucceedTheNextTime(t *testing.T) {
	answered := func(status int, code string) error { return FamilyOf(&APIError{Status: status, Code: code}) }
	retried := []error{
		answered(408, "unknown"), answered(429, "rate_limited"), answered(500, "internal"), answered(502, "unknown"),
		answered(503, "unknown"), answered(504, "unknown"), answered(409, "idempotency_in_progress"),
		&ConnectionError{}, &TimeoutError{Limit: "timeout"},
	}
	for _, err := range retried {
		if !isRetryable(err) {
			t.Errorf("%#v is not retried", err)
		}
	}
	final := []error{
		answered(400, "bad_request"), answered(401, "unauthenticated"), answered(403, "forbidden"),
		answered(404, "not_found"), answered(409, "version_conflict"), answered(412, "unknown"),
		answered(422, "invalid_input"), answered(501, "unknown"), answered(304, "unknown"),
		&TimeoutError{Limit: "deadline"}, &CancelledError{}, errors.New("no reader"),
	}
	for _, err := range final {
		if isRetryable(err) {
			t.Errorf("%#v is retried", err)
		}
	}
}
