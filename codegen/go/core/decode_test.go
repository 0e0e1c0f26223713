package core

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestReadsWhatTheContractSays(t *testing.T) {
	var read thing
	mismatches, err := decode([]byte(parka), &read)
	if err != nil || len(mismatches) > 0 {
		t.Fatal(mismatches, err)
	}
	expect(t, "amount", read.Price.Amount, 1999)
	expect(t, "status", read.Status, statusActive)
	expect(t, "brand", read.Brand, nil)
	expect(t, "time", read.Created.Equal(time.Date(2026, 1, 31, 12, 0, 0, 500_000_000, time.UTC)), true)
	expect(t, "written again", wireText(t, read), parka)
}

func TestReadsAmountsThatAFloatingPointNumberCanNotHold(t *testing.T) {
	var read price
	if err := Unmarshal([]byte(`{"amount":9007199254740993,"currency":"JPY"}`), &read); err != nil {
		t.Fatal(err)
	}
	expect(t, "amount", read.Amount, 9007199254740993)
}

func TestKeepsWhatANewerPlatformAnswersAndWritesItAsItCame(t *testing.T) {
	newer := strings.NewReplacer(
		`"active"`, `"on_the_moon"`,
		`"currency":"EUR"`, `"currency":"EUR","exponent":2`,
		`"brand":null`, `"brand":{"name":"Fjäll","since":[1960, 1.50]}`,
		`"quantity":3`, `"quantity":2.5`,
		`"tags":["new"]`, `"tags":null`,
	).Replace(strings.TrimSuffix(parka, "}") + `,"weather":{"rain":true}}`)
	var read thing
	mismatches, err := decode([]byte(newer), &read)
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "status", read.Status, status("on_the_moon"))
	expect(t, "weather", string(read.ExtraFields["weather"]), `{"rain":true}`)
	expect(t, "brand", string(read.ExtraFields["brand"]), `{"name":"Fjäll","since":[1960, 1.50]}`)
	expect(t, "exponent", string(read.Price.ExtraFields["exponent"]), "2")
	expect(t, "mismatches", fmt.Sprint(mismatches), "[{/brand is an object, not a string} {/quantity is a number, not an integer}]")
	expect(t, "written again", members(t, wireText(t, read)), members(t, newer))
}

// members gives the members of an object in the order of their names, each of which must be there once.
func members(t *testing.T, text string) string {
	t.Helper()
	seen := map[string]bool{}
	cursor := cursor{text: []byte(text)}
	all := map[string]string{}
	cursor.members(func(name string) {
		if seen[name] {
			t.Errorf("%s is there twice: %s", name, text)
		}
		seen[name] = true
		all[name] = wireText(t, rawText(cursor.raw()))
	})
	return fmt.Sprint(all)
}

type rawText []byte

func (text rawText) MarshalJSON() ([]byte, error) { return text, nil }

func TestReadsAllKindsOfTextNumbersAndEmptiness(t *testing.T) {
	var read struct {
		Text   string           `json:"text"`
		Float  float64          `json:"float"`
		Flag   bool             `json:"flag"`
		List   []price          `json:"list"`
		Map    map[string]int   `json:"map"`
		Any    any              `json:"any"`
		Nested map[string][]int `json:"a/b~c"`
	}
	text := " { \"text\" : \"\\u00e4\\\"\\ud83d\\ude00}\" , \"float\":-1.5e3,\"flag\":true,\"list\":[ ],\"map\":{ }," +
		"\"any\":[1,{\"a\":null}],\"a/b~c\":{\"x\":[1,\"two\"]}} "
	mismatches, err := decode([]byte(text), &read)
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "text", read.Text, "ä\"😀}")
	expect(t, "float", read.Float, -1500)
	expect(t, "flag", read.Flag, true)
	expect(t, "list", read.List != nil && len(read.List) == 0, true)
	expect(t, "map", read.Map != nil && len(read.Map) == 0, true)
	expect(t, "any", fmt.Sprint(read.Any), "[1 map[a:<nil>]]")
	expect(t, "mismatches", fmt.Sprint(mismatches), "[{/a~1b~0c/x/1 is a string, not an integer}]")
}

func TestRefusesWhatIsNoJSON(t *testing.T) {
	for _, text := range []string{"", " ", "<html>", `{"id":`, `{"id":1}}`, "\x00"} {
		if err := Unmarshal([]byte(text), &thing{}); err == nil {
			t.Errorf("%q is read", text)
		}
	}
}

func TestTellsTheHookWhereAnAnswerIsNotAsTheContractSays(t *testing.T) {
	answer := strings.NewReplacer(`"id":"prod_1",`, "", `"amount":1999`, `"amount":"1999"`).Replace(parka)
	var events []MismatchEvent
	client, server := givenClient(t, always(200, answer), WithHooks(Hooks{
		OnMismatch: func(_ context.Context, event MismatchEvent) { events = append(events, event) },
	}))
	read, err := getThing(client)
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "title", read.Title, "Parka")
	expect(t, "events", len(events), 1)
	expect(t, "method", events[0].Method, "GET")
	expect(t, "URL", events[0].URL, server.URL+"/v1/things/prod_1")
	expect(t, "body", string(events[0].Body), answer)
	expect(t, "mismatches", fmt.Sprint(events[0].Mismatches),
		"[{/price/amount is a string, not an integer} {/id is missing}]")
}
