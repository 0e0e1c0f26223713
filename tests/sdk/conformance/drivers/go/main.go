// Plays the scenarios that all SDKs play: a line of JSON a scenario to it, a line a result from it.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"store.local/headlesspro"
)

// given is what a scenario is told; each takes what it needs.
type given struct {
	Tag                 string
	PageSize            int
	Take                int
	Count               int
	SKU                 string
	Title               string
	NewTitle            string
	Material            string
	IsOrganic           bool
	Currency            string
	Slug                string
	Filename            string
	ContentType         string
	VariantID           string
	ShippingAddress     json.RawMessage
	OrderID             string
	ProductID           string
	TimeoutMilliseconds int

	DeadlineMilliseconds int
	Traceparent          string
	Sent                 hook
	Stale                hook
	Future               hook
	Unknown              hook
	Undated              hook
	Empty                hook
	Secret               string
	Secrets              []string

	url       string
	secretKey string
}

type hook struct {
	Body    string
	Headers map[string]any
}

type result map[string]any

type scenario func(ctx context.Context, store *headlesspro.Store, given given) (result, error)

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		var asked struct {
			Name, URL, SecretKey string
			Given                given
		}
		if err := json.Unmarshal(lines.Bytes(), &asked); err != nil {
			panic(err)
		}
		asked.Given.url, asked.Given.secretKey = asked.URL, asked.SecretKey
		answer := map[string]any{"name": asked.Name}
		if played, err := play(asked.Name, asked.Given); err != nil {
			answer["failure"] = err.Error()
		} else {
			answer["result"] = played
		}
		if err := json.NewEncoder(os.Stdout).Encode(answer); err != nil {
			panic(err)
		}
	}
}

func play(name string, given given) (result, error) {
	scenario, isKnown := scenarios[name]
	if !isKnown {
		return nil, fmt.Errorf("there is no scenario %q", name)
	}
	store, err := headlesspro.New(headlesspro.WithURL(given.url), headlesspro.WithSecretKey(given.secretKey))
	if err != nil {
		return nil, err
	}
	return scenario(context.Background(), store, given)
}

// apiError finds what the API answered with, and fails where the call did not fail in that way.
func apiError(err error) (*headlesspro.APIError, error) {
	var failure *headlesspro.APIError
	if errors.As(err, &failure) {
		return failure, nil
	}
	return nil, fmt.Errorf("no error of the API: %w", err)
}

func familyOf(err error) string {
	var invalid *headlesspro.InvalidError
	var notFound *headlesspro.NotFoundError
	var rateLimit *headlesspro.RateLimitError
	var server *headlesspro.ServerError
	switch {
	case errors.As(err, &invalid):
		return "invalid"
	case errors.As(err, &notFound):
		return "not-found"
	case errors.As(err, &rateLimit):
		return "rate-limit"
	case errors.As(err, &server):
		return "server"
	default:
		return fmt.Sprint(err)
	}
}
