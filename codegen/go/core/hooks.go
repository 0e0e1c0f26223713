package core

import (
	"context"
	"net/http"
	"time"
)

// Hooks are called along the way, for logs, traces and metrics; from several goroutines where several use the client.
// Headers and URLs carry no keys.
type Hooks struct {
	// OnRequest is called before each attempt; headers set in it are sent.
	OnRequest  func(ctx context.Context, event RequestEvent)
	OnResponse func(ctx context.Context, event ResponseEvent)
	// OnRetry is called before the wait that goes ahead of another attempt.
	OnRetry func(ctx context.Context, event RetryEvent)
	// OnMismatch is called for an answer that was not as the contract says. It was passed on as it came.
	OnMismatch func(ctx context.Context, event MismatchEvent)
}

// RequestEvent is an attempt about to be sent.
type RequestEvent struct {
	Method string
	// URL is without its query, which may name people.
	URL string
	// Attempt is 1 for the first.
	Attempt int
	Header  http.Header
}

// ResponseEvent is an answer to an attempt.
type ResponseEvent struct {
	Method    string
	URL       string
	Attempt   int
	Status    int
	RequestID string
	Duration  time.Duration
}

// RetryEvent is an attempt that failed and is going to be repeated.
type RetryEvent struct {
	Method  string
	URL     string
	Attempt int
	Err     error
	Wait    time.Duration
}

// MismatchEvent is an answer that was not as the contract says.
type MismatchEvent struct {
	Method     string
	URL        string
	Mismatches []Mismatch
	Body       []byte
}

// allHooks calls each of several.
type allHooks []Hooks

func (all allHooks) onRequest(ctx context.Context, event RequestEvent) {
	for _, hooks := range all {
		if hooks.OnRequest != nil {
			hooks.OnRequest(ctx, event)
		}
	}
}

func (all allHooks) onResponse(ctx context.Context, event ResponseEvent) {
	for _, hooks := range all {
		if hooks.OnResponse != nil {
			hooks.OnResponse(ctx, event)
		}
	}
}

func (all allHooks) onRetry(ctx context.Context, event RetryEvent) {
	for _, hooks := range all {
		if hooks.OnRetry != nil {
			hooks.OnRetry(ctx, event)
		}
	}
}

func (all allHooks) onMismatch(ctx context.Context, event MismatchEvent) {
	for _, hooks := range all {
		if hooks.OnMismatch != nil {
			hooks.OnMismatch(ctx, event)
		}
	}
}
