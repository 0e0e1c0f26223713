package core

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"regexp"
)

var mutation = regexp.MustCompile(`\bmutation\b`)

type graphQLAnswer struct {
	Data   json.RawMessage `json:"data"`
	Errors []graphQLError  `json:"errors"`
}

type graphQLError struct {
	Message    string         `json:"message"`
	Path       []any          `json:"path"`
	Extensions map[string]any `json:"extensions"`
}

// GraphQL asks in GraphQL. What the API could answer only in part is an error too: its Body has the rest.
func (client *Client) GraphQL(
	ctx context.Context, document string, variables map[string]any, output any, options []WriteOption,
) error {
	if variables == nil {
		variables = map[string]any{}
	}
	request := Request{
		Method: http.MethodPost,
		Path:   "/graphql",
		Body:   map[string]any{"query": document, "variables": variables},
		// A query whose text has the word is sent with a key, too: that does no harm, the other way round would.
		IsWrite:   mutation.MatchString(document),
		failureIn: graphQLFailure,
	}
	answered, err := client.ask(ctx, request, client.ForWrite(options))
	if err != nil || output == nil {
		return err
	}
	var read graphQLAnswer
	if err := json.Unmarshal(answered.body, &read); err != nil {
		return answered.notJSON()
	}
	if err := json.Unmarshal(read.Data, output); err != nil {
		return fmt.Errorf("headlesspro: the answer in GraphQL: %w", err)
	}
	return nil
}

// graphQLFailure makes the first of the errors in an answer a problem of the API.
func graphQLFailure(answered int, body []byte) (status int, problem []byte) {
	var read graphQLAnswer
	if json.Unmarshal(body, &read) != nil || len(read.Errors) == 0 {
		return 0, nil
	}
	first := read.Errors[0]
	status = http.StatusInternalServerError
	if answered >= 400 {
		status = answered
	}
	if declared, ok := first.Extensions["status"].(float64); ok {
		status = int(declared)
	}
	facts := map[string]any{}
	for name, fact := range first.Extensions {
		facts[name] = fact
	}
	facts["detail"], facts["path"], facts["data"] = first.Message, first.Path, read.Data
	problem, err := json.Marshal(facts)
	if err != nil {
		return status, body
	}
	return status, problem
}
