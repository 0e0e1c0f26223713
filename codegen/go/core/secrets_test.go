package core

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// person stands in queries and bodies, and is nobody's business who reads logs.
const person = "ada@example.com"

func TestKeepsKeysAndPeopleOutOfLogs(t *testing.T) {
	var log bytes.Buffer
	logger := slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	answers := []answering{always(503, "{}"), always(200, `{"id":7,"title":"`+person+`"}`)}
	client, server := givenClient(t, func(writer http.ResponseWriter, request received, number int) {
		answers[min(number, len(answers))-1](writer, request, number)
	}, WithLogger(logger))
	query := url.Values{"email": {person}}
	if _, err := getThing(client, WithQuery(query)); err != nil {
		t.Fatal(err)
	}
	server.Close()
	if _, err := getThing(client, WithQuery(query)); err == nil {
		t.Error("there is no error")
	}
	for _, expected := range []string{"msg=request", "msg=response", "msg=retry", "msg=mismatch", "/v1/things/prod_1"} {
		if !strings.Contains(log.String(), expected) {
			t.Errorf("%s is not logged:\n%s", expected, log.String())
		}
	}
	expectNoSecret(t, "the log", log.String())
}

func TestKeepsKeysAndPeopleOutOfErrors(t *testing.T) {
	for _, answer := range []answering{
		always(401, `{"status":401,"code":"unauthenticated","title":"The key is not known."}`),
		always(502, "<html>Bad gateway</html>"),
		func(writer http.ResponseWriter, _ received, _ int) { panic(http.ErrAbortHandler) },
	} {
		client, _ := givenClient(t, answer)
		_, err := getThing(client, WithQuery(url.Values{"email": {person}}))
		expectNoSecret(t, "the error", fmt.Sprintf("%v %+v %s", err, err, err))
	}
}

func TestKeepsTheKeyOutOfWhatIsPrintedOfAClient(t *testing.T) {
	client, _ := givenClient(t, always(200, parka))
	for _, verb := range []string{"%v", "%+v", "%#v", "%s"} {
		expectNoSecret(t, verb, fmt.Sprintf(verb, client))
		expectNoSecret(t, verb, fmt.Sprintf(verb, struct{ Client *Client }{client}))
	}
}

func TestShowsHooksHeadersWithoutTheKeyAndSendsWhatTheyAdd(t *testing.T) {
	var shown http.Header
	client, server := givenClient(t, always(200, parka), WithHooks(Hooks{
		OnRequest: func(_ context.Context, event RequestEvent) {
			shown = event.Header.Clone()
			event.Header.Set("X-Trace", "on")
		},
	}))
	if _, err := getThing(client, WithHeader("X-Shop", "berlin")); err != nil {
		t.Fatal(err)
	}
	expectNoSecret(t, "the headers", fmt.Sprint(shown))
	expect(t, "X-Shop", shown.Get("X-Shop"), "berlin")
	expect(t, "X-Trace", server.requests[0].Header.Get("X-Trace"), "on")
	expect(t, "Authorization", server.requests[0].Header.Get("Authorization"), "Bearer "+secretKey)
}

func expectNoSecret(t *testing.T, what, text string) {
	t.Helper()
	for _, secret := range []string{secretKey, person} {
		if strings.Contains(text, secret) {
			t.Errorf("%s has %s in it:\n%s", what, secret, text)
		}
	}
}

func TestARequestOfOnesOwnGoesToThePlatformAlone(t *testing.T) {
	client, server := givenClient(t, func(writer http.ResponseWriter, _ received, _ int) {
		fmt.Fprint(writer, "{}")
	})
	for _, other := range []string{"@example.com/v1", ".example.com/v1", "v1/things", ""} {
		err := client.Request(context.Background(), "GET", other, nil, nil, nil)
		if err == nil || !strings.Contains(err.Error(), "it starts with a slash") {
			t.Errorf("%q: %v", other, err)
		}
	}
	if err := client.Request(context.Background(), "GET", "/v1/things", nil, nil, nil); err != nil {
		t.Error(err)
	}
	if len(server.requests) != 1 {
		t.Errorf("%d requests came", len(server.requests))
	}
}
