package core

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"sync"
	"testing"
)

// pages answers three pages of two things each.
func pages(writer http.ResponseWriter, request received, number int) {
	after := request.URL.Query().Get("after")
	next := map[string]string{"": `"2"`, "2": `"3"`, "3": "null"}[after]
	item := func(index int) string { return fmt.Sprintf(`{"id":"prod_%s%d"}`, after, index) }
	always(200, fmt.Sprintf(`{"data":[%s,%s],"page":{"next":%s}}`, item(1), item(2), next))(writer, request, number)
}

type listed struct {
	ID string `json:"id"`
}

type listThings struct {
	Status Optional[status] `json:"status"`
	Size   Optional[int]    `json:"pageSize"`
}

func listRequest() Request {
	return Request{
		Method: http.MethodGet, Path: "/v1/things", Query: listThings{Status: Some(statusActive), Size: Some(2)},
	}
}

func TestAsksForEachPageWithTheFiltersOfTheFirst(t *testing.T) {
	client, server := givenClient(t, pages)
	settings := client.ForRequest([]RequestOption{WithQuery(url.Values{"beta": {"on"}})})
	items, err := Collect(All[listed](context.Background(), client, listRequest(), settings), 100)
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "items", fmt.Sprint(items), "[{prod_1} {prod_2} {prod_21} {prod_22} {prod_31} {prod_32}]")
	expect(t, "requests", len(server.requests), 3)
	for number, after := range []string{"", "after=2&", "after=3&"} {
		expect(t, "query", server.requests[number].URL.RawQuery, after+"beta=on&pageSize=2&status=active")
	}
}

func TestAsksForNoMorePagesThanAreNeeded(t *testing.T) {
	for limit, expected := range map[int]int{-1: 0, 0: 0, 1: 1, 2: 1, 3: 2, 6: 3, 100: 3} {
		client, server := givenClient(t, pages)
		items, err := Collect(All[listed](context.Background(), client, listRequest(), client.ForRequest(nil)), limit)
		if err != nil {
			t.Fatal(err)
		}
		expect(t, fmt.Sprintf("items of %d", limit), len(items), max(min(limit, 6), 0))
		expect(t, fmt.Sprintf("requests for %d", limit), len(server.requests), expected)
	}
}

func TestGivesAPageItsNextUntilTheLast(t *testing.T) {
	client, _ := givenClient(t, pages)
	page, err := List[listed](context.Background(), client, listRequest(), client.ForRequest(nil))
	count := 0
	for ; page != nil && err == nil; page, err = page.Next(context.Background()) {
		count++
		expect(t, "has a next page", page.HasNext(), count < 3)
	}
	expect(t, "pages", count, 3)
	expect(t, "error", err, nil)
}

func TestEndsAListWithTheErrorOfAPage(t *testing.T) {
	client, _ := givenClient(t, func(writer http.ResponseWriter, request received, number int) {
		if number == 2 {
			always(404, `{"code":"not_found","title":"Gone"}`)(writer, request, number)
			return
		}
		pages(writer, request, number)
	})
	items, err := Collect(All[listed](context.Background(), client, listRequest(), client.ForRequest(nil)), 100)
	var failure *NotFoundError
	if !errors.As(err, &failure) {
		t.Error(err)
	}
	expect(t, "items before", len(items), 2)
}

func TestServesAHundredCallsAtOnce(t *testing.T) {
	logged := sync.Map{}
	client, server := givenClient(t, func(writer http.ResponseWriter, request received, number int) {
		if request.Header.Get("Retry-Attempt") == "" {
			always(503, "{}")(writer, request, number)
			return
		}
		always(200, parka)(writer, request, number)
	}, WithHeader("X-Shop", "berlin"), WithHooks(Hooks{
		OnRequest: func(_ context.Context, event RequestEvent) { logged.Store(event.Header.Get("X-Call"), true) },
	}))
	var group sync.WaitGroup
	for number := range 100 {
		group.Add(1)
		go func() {
			defer group.Done()
			call := fmt.Sprint(number)
			var response *http.Response
			read, err := getThing(client, WithHeader("X-Call", call), WithResponse(&response))
			if err != nil || read.ID != "prod_1" || response.StatusCode != 200 {
				t.Errorf("call %s: %v, %v", call, read, err)
			}
		}()
	}
	group.Wait()
	expect(t, "requests", len(server.requests), 200)
	calls := map[string]int{}
	for _, request := range server.requests {
		calls[request.Header.Get("X-Call")]++
		expect(t, "X-Shop", request.Header.Get("X-Shop"), "berlin")
	}
	expect(t, "calls", len(calls), 100)
	for call, count := range calls {
		expect(t, "attempts of "+call, count, 2)
		if _, isLogged := logged.Load(call); !isLogged {
			t.Errorf("the hook has not seen call %s", call)
		}
	}
}
