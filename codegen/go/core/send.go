package core

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"
)

// answer is a response whose body has been read.
type answer struct {
	attempt  *attempt
	response *http.Response
	body     []byte
}

// send sends the same request, key and all, until it is answered or there is no point in trying again.
func (client *Client) send(ctx context.Context, request *prepared, settings callSettings) (*answer, error) {
	for number := 1; ; number++ {
		attempt := &attempt{client: client, prepared: request, settings: settings, number: number}
		answered, err := attempt.try(ctx)
		if err == nil {
			return answered, nil
		}
		if number > settings.retries || !isRetryable(err) {
			return nil, err
		}
		wait, isReasonable := waitBeforeRetry(number, err)
		if deadline, isLimited := ctx.Deadline(); !isReasonable || isLimited && time.Until(deadline) <= wait {
			return nil, err
		}
		client.settings.hooks.onRetry(ctx, RetryEvent{request.method, attempt.url(), number, err, wait})
		if err := client.settings.sleep(ctx, wait); err != nil {
			if ctx.Err() != nil {
				return nil, attempt.stopped(ctx)
			}
			return nil, err
		}
	}
}

type attempt struct {
	*prepared
	client   *Client
	settings callSettings
	// number is 1 for the first.
	number int
}

func (attempt *attempt) try(ctx context.Context) (*answer, error) {
	if ctx.Err() != nil {
		return nil, attempt.stopped(ctx)
	}
	limited, cancel := ctx, context.CancelFunc(func() {})
	if attempt.settings.timeout > 0 {
		limited, cancel = context.WithTimeout(ctx, attempt.settings.timeout)
	}
	defer cancel()
	request, err := attempt.build(limited)
	if err != nil {
		return nil, err
	}
	begun := time.Now()
	answered, err := attempt.exchange(request)
	switch {
	case err == nil:
		duration := time.Since(begun)
		return attempt.judge(ctx, answered, duration)
	case ctx.Err() != nil:
		return nil, attempt.stopped(ctx)
	case limited.Err() != nil:
		return nil, attempt.timedOut(attempt.settings.timeout, err)
	default:
		return nil, attempt.gotNoAnswer(err)
	}
}

func (attempt *attempt) exchange(request *http.Request) (*answer, error) {
	response, err := attempt.client.settings.httpClient.Do(request)
	if err != nil {
		return nil, withoutURL(err)
	}
	body, err := io.ReadAll(response.Body)
	// The body was read to its end or is broken: closing it has nothing to add.
	_ = response.Body.Close()
	return &answer{attempt, response, body}, err
}

// judge tells an answer from a failure.
func (attempt *attempt) judge(ctx context.Context, answered *answer, duration time.Duration) (*answer, error) {
	response := answered.response
	requestID := response.Header.Get("X-Request-Id")
	attempt.client.settings.hooks.onResponse(ctx, ResponseEvent{
		attempt.method, attempt.url(), attempt.number, response.StatusCode, requestID, duration,
	})
	if attempt.settings.response != nil {
		response.Body = io.NopCloser(newReader(answered.body))
		*attempt.settings.response = response
	}
	if attempt.failureIn != nil {
		if status, problem := attempt.failureIn(response.StatusCode, answered.body); status != 0 {
			return nil, answered.failed(status, problem)
		}
	}
	if response.StatusCode < 200 || response.StatusCode > 299 {
		return nil, answered.failed(response.StatusCode, answered.body)
	}
	return answered, nil
}

// failed is the error of an answer, typed by its code.
func (answered *answer) failed(status int, problem []byte) error {
	attempt, header := answered.attempt, answered.response.Header
	failure := newAPIError(status, problem)
	failure.RequestID = firstText(failure.RequestID, header.Get("X-Request-Id"))
	failure.RetryAfter, failure.asksToWait = parseRetryAfter(header.Get("Retry-After"), time.Now())
	failure.Attempts, failure.IdempotencyKey = attempt.number, attempt.key
	return attempt.client.typed(failure)
}

// notJSON is the error of a page that some proxy answered with instead of the API.
func (answered *answer) notJSON() error {
	return answered.failed(answered.response.StatusCode, answered.body)
}

// stopped is the error of a context that has ended.
func (attempt *attempt) stopped(ctx context.Context) error {
	cause := context.Cause(ctx)
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		message := fmt.Sprintf("%s: the context's deadline passed at attempt %d.", attempt.shown(), attempt.number)
		return &TimeoutError{"deadline", attempt.number, attempt.key, message, cause}
	}
	message := fmt.Sprintf("%s: cancelled at attempt %d.", attempt.shown(), attempt.number)
	return &CancelledError{attempt.number, attempt.key, message, cause}
}
