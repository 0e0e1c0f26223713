package core

import (
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/url"
	"strings"
)

// Request is one request, as the methods describe it.
type Request struct {
	Method string
	// Path may have parameters: /v1/products/{productId}.
	Path string
	// Values of the path's parameters, in their order.
	Values []string
	// Query is an input whose fields go to the query.
	Query any
	// Body is sent as JSON.
	Body any
	// Upload is sent as it is.
	Upload *Upload
	// IsWrite requests carry an idempotency key.
	IsWrite bool
	// failureIn finds in an answer what went wrong, whatever its status; 0 where nothing did.
	failureIn func(answered int, body []byte) (status int, problem []byte)
}

// Upload is a file to send.
type Upload struct {
	ContentType string
	Contents    []byte
}

// File is a file that was answered.
type File struct {
	ContentType string
	Contents    []byte
}

// prepared is a request as it is sent, each time the same.
type prepared struct {
	method      string
	path        string
	query       string
	body        []byte
	contentType string
	key         string
	failureIn   func(answered int, body []byte) (status int, problem []byte)
}

func (request Request) prepare(settings callSettings) (*prepared, error) {
	path, err := request.fillPath()
	if err != nil {
		return nil, err
	}
	ready := &prepared{method: request.Method, path: path, failureIn: request.failureIn}
	query := url.Values{}
	if err := addQuery(query, request.Query); err != nil {
		return nil, fmt.Errorf("headlesspro: %s %s: the query: %w", request.Method, path, err)
	}
	for name, values := range settings.query {
		query[name] = values
	}
	ready.query = query.Encode()
	switch {
	case request.Upload != nil:
		ready.body, ready.contentType = request.Upload.Contents, request.Upload.ContentType
	case request.Body != nil:
		if ready.body, err = json.Marshal(request.Body); err != nil {
			return nil, fmt.Errorf("headlesspro: %s %s: the body: %w", request.Method, path, err)
		}
		ready.contentType = "application/json"
	}
	if request.IsWrite {
		if ready.key = settings.idempotencyKey; ready.key == "" {
			ready.key, err = randomID()
		}
	}
	return ready, err
}

// fillPath encodes the path's parameters. An empty one would name another route.
func (request Request) fillPath() (string, error) {
	path := request.Path
	for _, value := range request.Values {
		before, rest, _ := strings.Cut(path, "{")
		name, after, _ := strings.Cut(rest, "}")
		if value == "" || value == "." || value == ".." {
			return "", fmt.Errorf("headlesspro: %s %s: %s is %q; give one that is not empty",
				request.Method, request.Path, name, value)
		}
		path = before + url.PathEscape(value) + after
	}
	return path, nil
}

// randomID is 128 random bits in hexadecimal.
func randomID() (string, error) {
	var random [16]byte
	_, err := rand.Read(random[:])
	return hex.EncodeToString(random[:]), err
}
