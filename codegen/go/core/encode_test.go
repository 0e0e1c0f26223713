package core

import (
	"encoding/json"
	"math"
	"net/url"
	"testing"
	"time"
)

func TestSendsWhatIsGivenAndNullAndLeavesOutWhatIsAbsent(t *testing.T) {
	cases := map[string]changeThing{
		`{}`:                                   {},
		`{"title":"Parka"}`:                    {Title: Some("Parka")},
		`{"title":""}`:                         {Title: Some("")},
		`{"brand":null}`:                       {Brand: Null[string]()},
		`{"quantity":0}`:                       {Quantity: Some(0)},
		`{"amount":9007199254740993}`:          {Amount: Some[int64](9007199254740993)},
		`{"tags":[]}`:                          {Tags: Some[[]string](nil)},
		`{"tags":["a","b"]}`:                   {Tags: Some([]string{"a", "b"})},
		`{"tags":null}`:                        {Tags: Null[[]string]()},
		`{"price":{"amount":1,"currency":""}}`: {Price: Some(price{Amount: 1})},
		`{"anything":null}`:                    {Anything: Some[any](nil)},
		`{"anything":{"title":"Parka"}}`:       {Anything: Some[any](changeThing{Title: Some("Parka")})},
		`{"title":"Parka","brand":"Fjäll"}`: {
			Title: Some("Parka"), ExtraFields: map[string]any{"title": "Jacket", "brand": "Fjäll"},
		},
		`{"title":"Parka","a":[1],"b":null}`: {
			Title: Some("Parka"), ExtraFields: map[string]any{"b": nil, "a": []int{1}},
		},
	}
	for expected, input := range cases {
		expect(t, "sent", wireText(t, input), expected)
	}
}

func TestTellsAbsentFromNullFromAValue(t *testing.T) {
	for name, each := range map[string]struct {
		optional         Optional[int]
		isAbsent, isNull bool
	}{
		"absent": {Optional[int]{}, true, false}, "null": {Null[int](), false, true}, "a value": {Some(0), false, false},
	} {
		expect(t, name+" is absent", each.optional.IsAbsent(), each.isAbsent)
		expect(t, name+" is null", each.optional.IsNull(), each.isNull)
		_, isThere := each.optional.Get()
		expect(t, name+" is there", isThere, !each.isAbsent && !each.isNull)
	}
}

func TestSendsTimesAsTheyAreWhereverTheyStand(t *testing.T) {
	type times struct {
		At    time.Time            `json:"at"`
		Maybe Optional[time.Time]  `json:"maybe"`
		All   []time.Time          `json:"all"`
		By    map[string]time.Time `json:"by"`
		None  *time.Time           `json:"none"`
	}
	moment := time.Date(2026, 1, 31, 12, 0, 0, 500_000_000, time.FixedZone("", 3600))
	const text = `"2026-01-31T12:00:00.5+01:00"`
	sent, err := Marshal(times{moment, Some(moment), []time.Time{moment}, map[string]time.Time{"a": moment}, nil})
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "sent", string(sent), `{"at":`+text+`,"maybe":`+text+`,"all":[`+text+`],"by":{"a":`+text+`},"none":null}`)
}

func TestSaysWhereAnInputCanNotBeWritten(t *testing.T) {
	input := changeThing{ExtraFields: map[string]any{"sizes": []any{map[string]any{"width": math.Inf(1)}}}}
	_, err := json.Marshal(input)
	if err == nil {
		t.Fatal("there is no error")
	}
	_, err = Marshal(input)
	expect(t, "error", err.Error(), "sizes: json: unsupported value: +Inf")
}

func TestPutsAnInputIntoAQuery(t *testing.T) {
	query := url.Values{}
	input := struct {
		Status  Optional[status]    `json:"status"`
		Tags    Optional[[]string]  `json:"tags"`
		Size    Optional[int]       `json:"pageSize"`
		Since   Optional[time.Time] `json:"since"`
		Brand   Optional[string]    `json:"brand"`
		Visible Optional[bool]      `json:"visible"`
		After   Optional[string]    `json:"after"`
	}{
		Status: Some(statusActive), Tags: Some([]string{"a", "b&c"}), Size: Some(20), Brand: Null[string](),
		Since: Some(time.Date(2026, 1, 31, 12, 0, 0, 0, time.UTC)), Visible: Some(false),
	}
	if err := addQuery(query, input); err != nil {
		t.Fatal(err)
	}
	expect(t, "query", query.Encode(),
		"pageSize=20&since=2026-01-31T12%3A00%3A00Z&status=active&tags=a&tags=b%26c&visible=false")
}
