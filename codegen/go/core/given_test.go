package core

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"
)

const secretKey = "hp_sk_0123456789"

// received is a request as a server got it.
type received struct {
	*http.Request
	body []byte
}

// server answers as it is told, and remembers what it was asked.
type server struct {
	*httptest.Server
	mutex    sync.Mutex
	requests []received
	waits    []time.Duration
}

// answering is given the number of the request, 1 for the first.
type answering func(writer http.ResponseWriter, request received, number int)

// givenClient gives a client of a server, whose waits take no time and are remembered.
func givenClient(t *testing.T, answer answering, options ...ClientOption) (*Client, *server) {
	t.Helper()
	given := &server{}
	given.Server = httptest.NewServer(http.HandlerFunc(func(writer http.ResponseWriter, request *http.Request) {
		body, err := io.ReadAll(request.Body)
		if err != nil {
			t.Error(err)
		}
		given.mutex.Lock()
		given.requests = append(given.requests, received{request, body})
		number := len(given.requests)
		given.mutex.Unlock()
		answer(writer, received{request, body}, number)
	}))
	t.Cleanup(given.Close)
	sleep := func(_ context.Context, wait time.Duration) error {
		given.mutex.Lock()
		defer given.mutex.Unlock()
		given.waits = append(given.waits, wait)
		return nil
	}
	standard := []ClientOption{WithURL(given.URL), WithSecretKey(secretKey), WithSleep(sleep)}
	client, err := NewClient(FamilyOf, append(standard, options...))
	if err != nil {
		t.Fatal(err)
	}
	return client, given
}

// always answers each request alike.
func always(status int, body string) answering {
	return func(writer http.ResponseWriter, _ received, _ int) {
		writer.Header().Set("X-Request-Id", "req_1")
		writer.WriteHeader(status)
		_, _ = io.WriteString(writer, body)
	}
}

// thing is an answer as the SDK declares it.
type thing struct {
	ID       string    `json:"id"`
	Title    string    `json:"title"`
	Status   status    `json:"status"`
	Brand    *string   `json:"brand"`
	Price    *price    `json:"price,omitempty"`
	Tags     []string  `json:"tags" api:"nullable"`
	Quantity int       `json:"quantity"`
	Created  time.Time `json:"createdAt"`

	ExtraFields map[string]json.RawMessage `json:"-"`
}

func (value thing) MarshalJSON() ([]byte, error)     { return Marshal(value) }
func (value *thing) UnmarshalJSON(text []byte) error { return Unmarshal(text, value) }

type status string

const statusActive status = "active"

type price struct {
	Amount   int64  `json:"amount"`
	Currency string `json:"currency"`

	ExtraFields map[string]json.RawMessage `json:"-"`
}

const parka = `{"id":"prod_1","title":"Parka","status":"active","brand":null,"price":{"amount":1999,"currency":"EUR"},` +
	`"tags":["new"],"quantity":3,"createdAt":"2026-01-31T12:00:00.5Z"}`

func getThing(client *Client, options ...RequestOption) (*thing, error) {
	request := Request{Method: http.MethodGet, Path: "/v1/things/{thingId}", Values: []string{"prod_1"}}
	return Call[thing](context.Background(), client, request, client.ForRequest(options))
}

// changeThing is an input as the SDK declares it.
type changeThing struct {
	Title    Optional[string]   `json:"title"`
	Brand    Optional[string]   `json:"brand"`
	Quantity Optional[int]      `json:"quantity"`
	Amount   Optional[int64]    `json:"amount"`
	Tags     Optional[[]string] `json:"tags"`
	Price    Optional[price]    `json:"price"`
	Anything Optional[any]      `json:"anything"`

	ExtraFields map[string]any `json:"-"`
}

func (value changeThing) MarshalJSON() ([]byte, error) { return Marshal(value) }

func change(client *Client, input changeThing, options ...VersionedOption) (*thing, error) {
	request := Request{
		Method: http.MethodPatch, Path: "/v1/things/{thingId}", Values: []string{"prod_1"}, Body: input, IsWrite: true,
	}
	return Call[thing](context.Background(), client, request, client.ForVersioned(options))
}

// wireText is JSON as it is sent.
func wireText(t *testing.T, value any) string {
	t.Helper()
	text, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	var compact bytes.Buffer
	if err := json.Compact(&compact, text); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return compact.String()
}

func expect[T comparable](t *testing.T, what string, actual, expected T) {
	t.Helper()
	if actual != expected {
		t.Errorf("%s: %v, not %v", what, actual, expected)
	}
}
