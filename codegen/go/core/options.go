package core

import (
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"time"
)

// ClientOption is an option of a client.
type ClientOption interface{ applyToClient(*clientSettings) }

// RequestOption is an option of a call that reads.
type RequestOption interface{ applyToRequest(*callSettings) }

// WriteOption is an option of a call that changes something.
type WriteOption interface{ applyToWrite(*callSettings) }

// VersionedOption is an option of a call that changes something which may have changed meanwhile.
type VersionedOption interface{ applyToVersioned(*callSettings) }

// CallOption is an option of every call.
type CallOption interface {
	RequestOption
	WriteOption
	VersionedOption
}

// Option is an option of a client, for all of its calls, and of every call.
type Option interface {
	ClientOption
	CallOption
}

// KeyOption is an option of calls that change something.
type KeyOption interface {
	WriteOption
	VersionedOption
}

type clientSettings struct {
	calls      callSettings
	url        string
	secretKey  string
	hooks      allHooks
	httpClient *http.Client
	sleep      Sleep
}

type callSettings struct {
	timeout        time.Duration
	retries        int
	header         http.Header
	query          url.Values
	idempotencyKey string
	ifVersion      string
	response       **http.Response
}

// setHeader leaves the client's headers alone, which its calls share.
func (settings *callSettings) setHeader(name, value string) {
	header := settings.header.Clone()
	if header == nil {
		header = http.Header{}
	}
	header.Set(name, value)
	settings.header = header
}

type (
	clientOption    func(*clientSettings)
	versionedOption func(*callSettings)
	keyOption       func(*callSettings)
	callOption      func(*callSettings)
	option          func(*callSettings)
)

func (apply clientOption) applyToClient(settings *clientSettings)     { apply(settings) }
func (apply versionedOption) applyToVersioned(settings *callSettings) { apply(settings) }
func (apply keyOption) applyToWrite(settings *callSettings)           { apply(settings) }
func (apply keyOption) applyToVersioned(settings *callSettings)       { apply(settings) }
func (apply callOption) applyToRequest(settings *callSettings)        { apply(settings) }
func (apply callOption) applyToWrite(settings *callSettings)          { apply(settings) }
func (apply callOption) applyToVersioned(settings *callSettings)      { apply(settings) }
func (apply option) applyToClient(settings *clientSettings)           { apply(&settings.calls) }
func (apply option) applyToRequest(settings *callSettings)            { apply(settings) }
func (apply option) applyToWrite(settings *callSettings)              { apply(settings) }
func (apply option) applyToVersioned(settings *callSettings)          { apply(settings) }

// WithURL says where the API is: http://127.0.0.1:4000. Without it, the environment's HEADLESSPRO_URL.
func WithURL(url string) ClientOption {
	return clientOption(func(settings *clientSettings) { settings.url = url })
}

// WithSecretKey gives the key, hp_sk_…. Without it, the environment's HEADLESSPRO_SECRET_KEY.
func WithSecretKey(key string) ClientOption {
	return clientOption(func(settings *clientSettings) { settings.secretKey = key })
}

// WithHooks adds functions that are called along the way.
func WithHooks(hooks Hooks) ClientOption {
	return clientOption(func(settings *clientSettings) { settings.hooks = append(settings.hooks, hooks) })
}

// WithLogger logs requests (debug), answers and retries (info) and answers that are not as the contract says (warn).
func WithLogger(logger *slog.Logger) ClientOption {
	return WithHooks(hooksOf(logger))
}

// WithHTTPClient sends requests through a client of one's own: its transport, its proxy.
func WithHTTPClient(client *http.Client) ClientOption {
	return clientOption(func(settings *clientSettings) { settings.httpClient = client })
}

// WithSleep replaces waiting between attempts, for tests. It must end with the context.
func WithSleep(sleep Sleep) ClientOption {
	return clientOption(func(settings *clientSettings) { settings.sleep = sleep })
}

// WithTimeout limits one attempt; 30 seconds unless given, 0 for no limit. The context limits everything.
func WithTimeout(timeout time.Duration) Option {
	return option(func(settings *callSettings) { settings.timeout = timeout })
}

// WithRetries says how often a failed request is tried again; 2 unless given.
func WithRetries(retries int) Option {
	return option(func(settings *callSettings) { settings.retries = retries })
}

// WithHeader adds a header to requests.
func WithHeader(name, value string) Option {
	return option(func(settings *callSettings) { settings.setHeader(name, value) })
}

// WithQuery adds parameters to a request that has no method of its own.
func WithQuery(query url.Values) CallOption {
	return callOption(func(settings *callSettings) { settings.query = query })
}

// WithResponse gives the HTTP response that the answer came with, failed ones too. Its body can be read once more.
func WithResponse(response **http.Response) CallOption {
	return callOption(func(settings *callSettings) { settings.response = response })
}

// WithIdempotencyKey names a change, so that repeating the call repeats nothing. Made for each call unless given.
func WithIdempotencyKey(key string) KeyOption {
	return keyOption(func(settings *callSettings) { settings.idempotencyKey = key })
}

// WithIfVersion makes the call fail with version_conflict where the version is no longer the one that was read.
func WithIfVersion(version int) VersionedOption {
	return versionedOption(func(settings *callSettings) { settings.ifVersion = fmt.Sprintf("%q", fmt.Sprint(version)) })
}
