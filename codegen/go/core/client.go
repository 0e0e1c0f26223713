// Package core is what every service of the SDK is made of: the client that sends requests, the errors that it
// gives, the types of inputs and lists.
package core

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"
)

const (
	standardTimeout = 30 * time.Second
	standardRetries = 2
	// idleConnections are kept for as many calls at once; net/http keeps two.
	idleConnections = 100
)

// Client sends what the methods describe. It is safe for concurrent use.
type Client struct {
	settings clientSettings
	baseURL  string
	// typed gives an error of the API the type of its code.
	typed func(*APIError) error
}

// NewClient makes a client. What is not given comes from the environment.
func NewClient(typed func(*APIError) error, options []ClientOption) (*Client, error) {
	settings := clientSettings{
		calls:     callSettings{timeout: standardTimeout, retries: standardRetries},
		url:       os.Getenv("HEADLESSPRO_URL"),
		secretKey: os.Getenv("HEADLESSPRO_SECRET_KEY"),
		sleep:     sleep,
	}
	for _, option := range options {
		option.applyToClient(&settings)
	}
	if hooks, isLogged := loggingHooks(os.Getenv("HEADLESSPRO_LOG")); isLogged {
		settings.hooks = append(settings.hooks, hooks)
	}
	if settings.httpClient == nil {
		settings.httpClient = newHTTPClient()
	}
	if settings.secretKey == "" {
		return nil, errors.New("headlesspro: no secret key: give WithSecretKey or set HEADLESSPRO_SECRET_KEY. " +
			"hp dev prints the keys of the local store")
	}
	if settings.calls.retries < 0 || settings.calls.timeout < 0 {
		return nil, errors.New("headlesspro: retries and timeout can not be less than 0")
	}
	baseURL, err := readURL(settings.url)
	if err != nil {
		return nil, err
	}
	return &Client{settings: settings, baseURL: baseURL, typed: typed}, nil
}

func readURL(text string) (string, error) {
	if text == "" {
		return "", errors.New("headlesspro: no URL: give WithURL or set HEADLESSPRO_URL. " +
			"hp dev prints it; http://127.0.0.1:4000 unless that was taken")
	}
	parsed, err := url.Parse(text)
	if err != nil || parsed.Host == "" || parsed.Scheme != "http" && parsed.Scheme != "https" {
		return "", fmt.Errorf("headlesspro: the URL %q is none of the web: write it like http://127.0.0.1:4000", text)
	}
	return strings.TrimRight(text, "/"), nil
}

func newHTTPClient() *http.Client {
	transport, isStandard := http.DefaultTransport.(*http.Transport)
	if !isStandard {
		return &http.Client{}
	}
	own := transport.Clone()
	own.MaxIdleConns = idleConnections
	own.MaxIdleConnsPerHost = idleConnections
	return &http.Client{Transport: own}
}

// Format keeps the key out of what is printed of a client.
func (client *Client) Format(state fmt.State, _ rune) {
	fmt.Fprintf(state, "headlesspro.Client(%s)", client.baseURL)
}

// ForRequest applies the options of a call that reads.
func (client *Client) ForRequest(options []RequestOption) Settings {
	settings := client.settings.calls
	for _, option := range options {
		option.applyToRequest(&settings)
	}
	return Settings{settings}
}

// ForWrite applies the options of a call that changes something.
func (client *Client) ForWrite(options []WriteOption) Settings {
	settings := client.settings.calls
	for _, option := range options {
		option.applyToWrite(&settings)
	}
	return Settings{settings}
}

// ForVersioned applies the options of a call that changes something of a version.
func (client *Client) ForVersioned(options []VersionedOption) Settings {
	settings := client.settings.calls
	for _, option := range options {
		option.applyToVersioned(&settings)
	}
	return Settings{settings}
}

// Settings are those of one call.
type Settings struct{ calls callSettings }
