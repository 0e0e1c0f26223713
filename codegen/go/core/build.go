package core

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
)

// url is without the query, which may name people.
func (attempt *attempt) url() string {
	return attempt.client.baseURL + attempt.path
}

func (attempt *attempt) shown() string {
	return attempt.method + " " + attempt.url()
}

func (attempt *attempt) build(ctx context.Context) (*http.Request, error) {
	target := attempt.url()
	if attempt.query != "" {
		target += "?" + attempt.query
	}
	var body io.Reader
	if attempt.body != nil {
		body = newReader(attempt.body)
	}
	request, err := http.NewRequestWithContext(ctx, attempt.method, target, body)
	if err != nil {
		return nil, fmt.Errorf("headlesspro: %s: %w", attempt.shown(), err)
	}
	// Attempts are counted here: the transport must not repeat a request by itself.
	request.GetBody = nil
	header := attempt.header(ctx)
	attempt.client.settings.hooks.onRequest(ctx, RequestEvent{attempt.method, attempt.url(), attempt.number, header})
	request.Header = header.Clone()
	request.Header.Set("Authorization", "Bearer "+attempt.client.settings.secretKey)
	return request, nil
}

func (attempt *attempt) header(ctx context.Context) http.Header {
	header := attempt.settings.header.Clone()
	if header == nil {
		header = http.Header{}
	}
	set := func(name, value string) {
		if value != "" {
			header.Set(name, value)
		}
	}
	if header.Get("Accept") == "" {
		header.Set("Accept", "application/json")
	}
	set("Content-Type", attempt.contentType)
	set("Idempotency-Key", attempt.key)
	set("If-Match", attempt.settings.ifVersion)
	set("Traceparent", traceparentOf(ctx))
	if attempt.number > 1 {
		header.Set("Retry-Attempt", strconv.Itoa(attempt.number-1))
	}
	return header
}

func newReader(contents []byte) io.Reader {
	return bytes.NewReader(contents)
}

// withoutURL leaves out what net/http says of the request: its URL has the query, which may name people.
func withoutURL(err error) error {
	var failure *url.Error
	if errors.As(err, &failure) {
		return failure.Err
	}
	return err
}

type traceparentKey struct{}

// WithTraceparent makes calls with the context part of a W3C trace.
func WithTraceparent(ctx context.Context, traceparent string) context.Context {
	return context.WithValue(ctx, traceparentKey{}, traceparent)
}

func traceparentOf(ctx context.Context) string {
	traceparent, _ := ctx.Value(traceparentKey{}).(string)
	return traceparent
}
