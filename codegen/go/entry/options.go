package headlesspro

import (
	"context"
	"log/slog"
	"net/http"
	"net/url"
	"time"

	"store.local/headlesspro/core"
)

// What is said here by another name is written down in the package core, which every service shares.
type (
	// ClientOption is an option of New.
	ClientOption = core.ClientOption
	// Option is an option of New, for all calls, and of every call.
	Option = core.Option
	// RequestOption is an option of a call that reads.
	RequestOption = core.RequestOption
	// WriteOption is an option of a call that changes something.
	WriteOption = core.WriteOption
	// VersionedOption is an option of a call that changes something which may have changed meanwhile.
	VersionedOption = core.VersionedOption

	// Hooks are called along the way, for logs, traces and metrics.
	Hooks = core.Hooks
	// RequestEvent is an attempt about to be sent.
	RequestEvent = core.RequestEvent
	// ResponseEvent is an answer to an attempt.
	ResponseEvent = core.ResponseEvent
	// RetryEvent is an attempt that failed and is going to be repeated.
	RetryEvent = core.RetryEvent
	// MismatchEvent is an answer that was not as the contract says.
	MismatchEvent = core.MismatchEvent
	// Mismatch is a place where an answer is not as the contract says.
	Mismatch = core.Mismatch

	// Upload is a file to send.
	Upload = core.Upload
	// File is a file that was answered.
	File = core.File
)

// Some is a field of an input that is sent.
func Some[T any](value T) core.Optional[T] { return core.Some(value) }

// Null is a field of an input that is emptied.
func Null[T any]() core.Optional[T] { return core.Null[T]() }

// Pointer points to a value, for fields of types that are both sent and answered.
func Pointer[T any](value T) *T { return &value }

// Collect gives the first items of a list, at most as many as are asked for: say how many you can hold.
//
//	products, err := headlesspro.Collect(store.Catalog.Products.All(ctx, catalog.ListProducts{}), 500)
func Collect[T any](all func(yield func(T, error) bool), limit int) ([]T, error) {
	return core.Collect(all, limit)
}

// WithURL says where the API is: http://127.0.0.1:4000. Without it, the environment's HEADLESSPRO_URL.
func WithURL(url string) ClientOption { return core.WithURL(url) }

// WithSecretKey gives the key, hp_sk_…. Without it, the environment's HEADLESSPRO_SECRET_KEY.
func WithSecretKey(key string) ClientOption { return core.WithSecretKey(key) }

// WithHooks adds functions that are called along the way.
func WithHooks(hooks Hooks) ClientOption { return core.WithHooks(hooks) }

// WithLogger logs requests (debug), answers and retries (info) and answers that are not as the contract says (warn).
// Without it, HEADLESSPRO_LOG=info or debug writes to the standard error.
func WithLogger(logger *slog.Logger) ClientOption { return core.WithLogger(logger) }

// WithHTTPClient sends requests through a client of one's own: its transport, its proxy.
func WithHTTPClient(client *http.Client) ClientOption { return core.WithHTTPClient(client) }

// WithSleep replaces waiting between attempts, for tests. It must end with the context.
func WithSleep(sleep core.Sleep) ClientOption { return core.WithSleep(sleep) }

// WithTimeout limits one attempt; 30 seconds unless given, 0 for no limit. The context limits everything.
func WithTimeout(timeout time.Duration) Option { return core.WithTimeout(timeout) }

// WithRetries says how often a failed request is tried again; 2 unless given.
func WithRetries(retries int) Option { return core.WithRetries(retries) }

// WithHeader adds a header to requests.
func WithHeader(name, value string) Option { return core.WithHeader(name, value) }

// WithQuery adds parameters to Request.
func WithQuery(query url.Values) core.CallOption { return core.WithQuery(query) }

// WithResponse gives the HTTP response that the answer came with, failed ones too. Its body can be read once more.
func WithResponse(response **http.Response) core.CallOption { return core.WithResponse(response) }

// WithIdempotencyKey names a change, so that repeating the call repeats nothing. Made for each call unless given.
func WithIdempotencyKey(key string) core.KeyOption { return core.WithIdempotencyKey(key) }

// WithIfVersion makes the call fail with version_conflict where the version is no longer the one that was read.
func WithIfVersion(version int) VersionedOption { return core.WithIfVersion(version) }

// WithTraceparent makes calls with the context part of a W3C trace.
func WithTraceparent(ctx context.Context, traceparent string) context.Context {
	return core.WithTraceparent(ctx, traceparent)
}
