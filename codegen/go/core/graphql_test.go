package core

import (
	"context"
	"errors"
	"fmt"
	"testing"
)

const titleOf = "query Title($id: ID!) { product(id: $id) { title } }"

func TestAsksInGraphQLAndReadsTheData(t *testing.T) {
	client, server := givenClient(t, always(200, `{"data":{"product":{"title":"Parka"}}}`))
	var answer struct{ Product struct{ Title string } }
	variables := map[string]any{"id": "prod_1"}
	if err := client.GraphQL(context.Background(), titleOf, variables, &answer, nil); err != nil {
		t.Fatal(err)
	}
	expect(t, "title", answer.Product.Title, "Parka")
	expect(t, "body", string(server.requests[0].body), wireText(t, map[string]any{"query": titleOf, "variables": variables}))
	expect(t, "key", server.requests[0].Header.Get("Idempotency-Key"), "")
}

func TestSendsAMutationWithAKey(t *testing.T) {
	client, server := givenClient(t, always(200, `{"data":{}}`))
	document := "fragment Id on Product { id } mutation { deleteProduct(id: \"prod_1\") { ...Id } }"
	if err := client.GraphQL(context.Background(), document, nil, nil, nil); err != nil {
		t.Fatal(err)
	}
	if server.requests[0].Header.Get("Idempotency-Key") == "" {
		t.Error("there is no key")
	}
}

func TestMakesAnErrorInGraphQLTheProblemThatRESTWouldAnswer(t *testing.T) {
	const answered = `{"data":{"product":null},"errors":[{"message":"There is no product prod_1.","path":["product"],` +
		`"extensions":{"code":"not_found","status":404,"title":"Not found","hint":"Look.","requestId":"req_2",` +
		`"details":{"id":"prod_1"}}}]}`
	for _, status := range []int{200, 404} {
		client, _ := givenClient(t, always(status, answered))
		err := client.GraphQL(context.Background(), titleOf, nil, nil, nil)
		var failure *NotFoundError
		if !errors.As(err, &failure) {
			t.Fatalf("answered with status %d: %v", status, err)
		}
		expect(t, "code", failure.Code, "not_found")
		expect(t, "text", failure.Error(), "There is no product prod_1. Look. (request req_2)")
		expect(t, "details", string(failure.Details), `{"id":"prod_1"}`)
		expect(t, "body", wireText(t, bodyOf(t, failure.APIError)["data"]), `{"product":null}`)
	}
}

func bodyOf(t *testing.T, failure *APIError) map[string]any {
	t.Helper()
	var body map[string]any
	if err := Unmarshal(failure.Body, &body); err != nil {
		t.Fatalf("%s: %v", failure.Body, err)
	}
	return body
}

func TestSaysWhatIsWrongWithADocumentWhereTheAnswerSaysNothingButThat(t *testing.T) {
	for status, expected := range map[int]int{200: 500, 400: 400, 502: 502} {
		client, _ := givenClient(t, always(status, `{"errors":[{"message":"Syntax Error: Unexpected Name."}]}`))
		err := client.GraphQL(context.Background(), "quer", nil, nil, []WriteOption{WithRetries(0)})
		var failure *APIError
		if !errors.As(err, &failure) {
			t.Fatal(err)
		}
		expect(t, fmt.Sprint("status of ", status), failure.Status, expected)
		expect(t, "detail", failure.Detail, "Syntax Error: Unexpected Name.")
	}
}

func TestAsksAgainInGraphQLWhereTheServerIsOnlyBusy(t *testing.T) {
	client, server := givenClient(t, always(200, `{"errors":[{"message":"Busy.","extensions":{"status":429}}]}`))
	if err := client.GraphQL(context.Background(), titleOf, nil, nil, nil); err == nil {
		t.Error("there is no error")
	}
	expect(t, "requests", len(server.requests), 3)
}
