package core

import (
	"context"
	"errors"
	"io"
	"net/http"
	"testing"
	"time"
)

func refusing(status int, retryAfter string) answering {
	return func(writer http.ResponseWriter, request received, number int) {
		if retryAfter != "" {
			writer.Header().Set("Retry-After", retryAfter)
		}
		always(status, `{"status":429,"code":"rate_limited","title":"Too many requests."}`)(writer, request, number)
	}
}

func TestSendsAWriteAgainWithTheSameKeyAndBody(t *testing.T) {
	client, server := givenClient(t, func(writer http.ResponseWriter, request received, number int) {
		if number < 3 {
			always(503, "{}")(writer, request, number)
			return
		}
		always(200, parka)(writer, request, number)
	})
	if _, err := change(client, changeThing{Title: Some("Parka")}, WithIfVersion(3)); err != nil {
		t.Fatal(err)
	}
	expect(t, "requests", len(server.requests), 3)
	first := server.requests[0]
	if len(first.Header.Get("Idempotency-Key")) < 16 {
		t.Errorf("the key is %q", first.Header.Get("Idempotency-Key"))
	}
	for number, request := range server.requests {
		expect(t, "key", request.Header.Get("Idempotency-Key"), first.Header.Get("Idempotency-Key"))
		expect(t, "If-Match", request.Header.Get("If-Match"), `"3"`)
		expect(t, "body", string(request.body), `{"title":"Parka"}`)
		expect(t, "Retry-Attempt", request.Header.Get("Retry-Attempt"), []string{"", "1", "2"}[number])
	}
}

func TestWaitsForWhatRetryAfterAsks(t *testing.T) {
	client, server := givenClient(t, refusing(429, "7"))
	_, err := getThing(client)
	var failure *RateLimitError
	if !errors.As(err, &failure) {
		t.Fatal(err)
	}
	expect(t, "attempts", failure.Attempts, 3)
	expect(t, "waits", len(server.waits), 2)
	for _, wait := range server.waits {
		expect(t, "wait", wait, 7*time.Second)
	}
}

func TestGivesUpAtOnceWhereTheServerAsksForMoreThanAMinute(t *testing.T) {
	client, server := givenClient(t, refusing(429, "3600"))
	_, err := getThing(client)
	var failure *RateLimitError
	if !errors.As(err, &failure) {
		t.Fatal(err)
	}
	expect(t, "RetryAfter", failure.RetryAfter, time.Hour)
	expect(t, "attempts", failure.Attempts, 1)
	expect(t, "waits", len(server.waits), 0)
}

func TestGivesUpAtOnceWhereTheDeadlineIsBeforeTheNextAttempt(t *testing.T) {
	client, server := givenClient(t, refusing(503, "40"))
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	_, err := Call[thing](ctx, client, Request{Method: "GET", Path: "/v1/things"}, client.ForRequest(nil))
	var failure *ServerError
	if !errors.As(err, &failure) {
		t.Fatal(err)
	}
	expect(t, "attempts", len(server.requests), 1)
}

func TestTriesAsOftenAsItIsTold(t *testing.T) {
	client, server := givenClient(t, refusing(503, ""), WithRetries(4))
	if _, err := getThing(client); err == nil {
		t.Error("there is no error")
	}
	expect(t, "attempts of the client", len(server.requests), 5)
	if _, err := getThing(client, WithRetries(0)); err == nil {
		t.Error("there is no error")
	}
	expect(t, "attempts of the call", len(server.requests), 6)
}

func TestStopsWaitingWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	stop := WithHooks(Hooks{OnRetry: func(context.Context, RetryEvent) { cancel() }})
	client, server := givenClient(t, refusing(503, "50"), stop, WithSleep(sleep))
	_, err := Call[thing](ctx, client, Request{Method: "GET", Path: "/v1/things"}, client.ForRequest(nil))
	var failure *CancelledError
	if !errors.As(err, &failure) || !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	expect(t, "attempts", len(server.requests), 1)
}

func TestSaysThatNobodyAnswers(t *testing.T) {
	client, server := givenClient(t, always(200, parka))
	server.Close()
	_, err := change(client, changeThing{}, WithIdempotencyKey("cart_1"))
	var failure *ConnectionError
	if !errors.As(err, &failure) {
		t.Fatal(err)
	}
	expect(t, "attempts", failure.Attempts, 3)
	expect(t, "key", failure.IdempotencyKey, "cart_1")
}

func TestGivesTheResponseOfWhatWentWellAndOfWhatDidNot(t *testing.T) {
	for status, body := range map[int]string{200: parka, 404: `{"status":404,"code":"not_found","title":"Not found"}`} {
		client, _ := givenClient(t, always(status, body))
		var response *http.Response
		_, err := getThing(client, WithResponse(&response))
		if (err == nil) != (status == 200) {
			t.Error(err)
		}
		expect(t, "status", response.StatusCode, status)
		expect(t, "request", response.Header.Get("X-Request-Id"), "req_1")
		read, err := io.ReadAll(response.Body)
		if err != nil || string(read) != body {
			t.Errorf("the body is %q (%v)", read, err)
		}
	}
}

func TestTellsEverythingOfAnAnswerThatIsNoJSON(t *testing.T) {
	client, server := givenClient(t, always(200, "<html>Sign in to the hotel's network</html>"))
	_, err := change(client, changeThing{}, WithIdempotencyKey("cart_1"))
	var failure *APIError
	if !errors.As(err, &failure) {
		t.Fatal(err)
	}
	expect(t, "status", failure.Status, 200)
	expect(t, "request", failure.RequestID, "req_1")
	expect(t, "attempts", failure.Attempts, 1)
	expect(t, "key", failure.IdempotencyKey, "cart_1")
	expect(t, "body", string(failure.Body), "<html>Sign in to the hotel's network</html>")
	expect(t, "requests", len(server.requests), 1)
}
