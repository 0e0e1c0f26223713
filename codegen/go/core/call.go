package core

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
)

// Call sends a request and reads its answer.
func Call[T any](ctx context.Context, client *Client, request Request, settings Settings) (*T, error) {
	answered, err := client.ask(ctx, request, settings)
	if err != nil {
		return nil, err
	}
	read := new(T)
	if err := client.read(ctx, answered, read); err != nil {
		return nil, err
	}
	return read, nil
}

// Send sends a request that is answered with nothing.
func Send(ctx context.Context, client *Client, request Request, settings Settings) error {
	_, err := client.ask(ctx, request, settings)
	return err
}

// Download sends a request that is answered with a file.
func Download(ctx context.Context, client *Client, request Request, settings Settings) (*File, error) {
	answered, err := client.ask(ctx, request, settings)
	if err != nil {
		return nil, err
	}
	return &File{answered.response.Header.Get("Content-Type"), answered.body}, nil
}

// Request sends any request, and reads its answer into output, which may be nil.
func (client *Client) Request(
	ctx context.Context, method, path string, input, output any, options []VersionedOption,
) error {
	if !strings.HasPrefix(path, "/") {
		// Behind the address of the platform, its start would be part of the host, and the key would go there.
		return fmt.Errorf("headlesspro: the path is %q; it starts with a slash: /v1/products", path)
	}
	request := Request{Method: method, Path: path, Body: input, IsWrite: method != http.MethodGet}
	answered, err := client.ask(ctx, request, client.ForVersioned(options))
	if err != nil || output == nil || len(answered.body) == 0 {
		return err
	}
	if !json.Valid(answered.body) {
		return answered.notJSON()
	}
	if err := json.Unmarshal(answered.body, output); err != nil {
		return fmt.Errorf("headlesspro: %s %s: the answer: %w", method, path, err)
	}
	return nil
}

func (client *Client) ask(ctx context.Context, request Request, settings Settings) (*answer, error) {
	if ctx == nil {
		return nil, errors.New("headlesspro: the context is nil: give context.Background() where there is no other")
	}
	ready, err := request.prepare(settings.calls)
	if err != nil {
		return nil, err
	}
	return client.send(ctx, ready, settings.calls)
}

// read decodes an answer. What is not JSON is some proxy's page, and an error; what is other JSON than the contract
// says is passed on as it came.
func (client *Client) read(ctx context.Context, answered *answer, target any) error {
	mismatches, err := decode(answered.body, target)
	if err != nil {
		return answered.notJSON()
	}
	if len(mismatches) > 0 {
		client.settings.hooks.onMismatch(ctx, MismatchEvent{
			Method:     answered.attempt.method,
			URL:        answered.attempt.url(),
			Mismatches: mismatches,
			Body:       answered.body,
		})
	}
	return nil
}
