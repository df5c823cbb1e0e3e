package forms

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFits(t *testing.T) {
	records := func(list string) string { return `{"questionnaire":"norway-2016","records":[` + list + `]}` }
	cell := func(answer string) string {
		return records(`{"id":"r1","section":"origin","cells":{"costs":` + answer + `}},{"id":"r2","section":"inland"}`)
	}
	const of = `"of":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"`
	for _, c := range []struct {
		about, content string
		want           []string // pointers
	}{
		{"as documented", `{"questionnaire":"norway-2016","ncp":"BE","on":"2017-01-20","answers":{"contact":{"text":""}},"records":[
			{"id":"r1","section":"origin","countries":["MK","XK"],"status":"finished","cells":{"costs":{"text":"","confirmed":{` + of + `,
			"reading":{"total":"1.00","currency":"EUR"},"warnings":{"money.currency":"in EUR"}}}}}]}`, nil},
		{"of another questionnaire", `{"questionnaire":"online-applications"}`, []string{"/questionnaire"}},
		{"no code, no day", `{"questionnaire":"norway-2016","ncp":"Belgium","on":"20 January"}`, []string{"/ncp", "/on"}},
		{"an unknown question", `{"questionnaire":"norway-2016","answers":{"costs":{"text":""},"a/b":{"text":""}}}`, []string{"/answers/a~1b", "/answers/costs"}},
		{"an unknown row", records(`{"section":"origin","cells":{"contact":{"text":""}}}`), []string{"/records/0/cells/contact"}},
		{"an unknown section", records(`{"section":"sea"},{"heading":"none"}`), []string{"/records/0/section", "/records/1/section"}},
		{"an unknown status", records(`{"section":"origin","status":"Planned"}`), []string{"/records/0/status"}},
		{"an unknown country", records(`{"section":"origin","countries":["BE","be","ZZ"]}`), []string{"/records/0/countries/1", "/records/0/countries/2"}},
		{"two of one id", records(`{"id":"r1","section":"origin"},{"id":"r1","section":"origin"}`), []string{"/records/1/id"}},
		{"no id", records(`{"id":"r 1","section":"origin"}`), []string{"/records/0/id"}},
		{"an unknown reason", cell(`{"text":"","reason":"tired"}`), []string{"/records/0/cells/costs/reason"}},
		{"the same as another", cell(`{"text":"","reason":"same_as","as":"r2"}`), nil},
		{"the same as nothing", cell(`{"text":"","reason":"same_as"}`), []string{"/records/0/cells/costs/as"}},
		{"the same as a missing one", cell(`{"text":"","reason":"same_as","as":"r9"}`), []string{"/records/0/cells/costs/as"}},
		{"the same as itself", cell(`{"text":"","reason":"same_as","as":"r1"}`), []string{"/records/0/cells/costs/as"}},
		{"another named, and no such reason", cell(`{"text":"","as":"r2"}`), []string{"/records/0/cells/costs/as"}},
		{"a circle", records(`
			{"id":"r1","section":"origin","cells":{"costs":{"text":"","reason":"same_as","as":"r2"}}},
			{"id":"r2","section":"origin","cells":{"costs":{"text":"","reason":"same_as","as":"r1"}}}`),
			[]string{"/records/0/cells/costs/as", "/records/1/cells/costs/as"}},
		{"asked once, and the same as", `{"questionnaire":"norway-2016","answers":{"contact":{"text":"","reason":"same_as","as":"r1"}}}`, []string{"/answers/contact/reason"}},
		{"a note the same as", records(`{"id":"r1","section":"origin","note":{"text":"","reason":"same_as","as":"r2"}},{"id":"r2","section":"origin"}`),
			[]string{"/records/0/note/reason"}},
		{"confirmed of nothing", cell(`{"text":"","confirmed":{"of":"abc"}}`), []string{"/records/0/cells/costs/confirmed/of"}},
		{"an unknown warning", cell(`{"text":"","confirmed":{` + of + `,"warnings":{"costs.high":"so it is"}}}`), []string{"/records/0/cells/costs/confirmed/warnings/costs.high"}},
		{"readings that cannot be", cell(`{"text":"","confirmed":{` + of + `,"reading":{"currency":"euro","start":"May","end":"2016-13","months":-1,
			"reason":"tired","verdict":"maybe","choice":"some","channels":["radio","drums"],"countries":["BE","uk"],"date":"2016-02-30"}}}`), []string{
			"/records/0/cells/costs/confirmed/reading/start", "/records/0/cells/costs/confirmed/reading/end", "/records/0/cells/costs/confirmed/reading/date",
			"/records/0/cells/costs/confirmed/reading/currency", "/records/0/cells/costs/confirmed/reading/months",
			"/records/0/cells/costs/confirmed/reading/reason", "/records/0/cells/costs/confirmed/reading/verdict",
			"/records/0/cells/costs/confirmed/reading/choice", "/records/0/cells/costs/confirmed/reading/channels/1", "/records/0/cells/costs/confirmed/reading/countries/1"}},
	} {
		t.Run(c.about, func(t *testing.T) {
			content, err := DecodeContent([]byte(c.content))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, pointers(compiled(t, "norway-2016").Fits(content))); diff != "" {
				t.Errorf("expected and refused:\n%s", diff)
			}
		})
	}
}

// TestSameAsLeadsOnlySoFar: a record at the end of a long chain is refused, and the
// check reads nothing through it.
func TestSameAsLeadsOnlySoFar(t *testing.T) {
	c := norwegian(sheetOfCells{}.record(1))
	for n := 2; n <= longestWay+1; n++ {
		r := Record{ID: fmt.Sprintf("r%d", n), Section: "origin", Cells: map[string]Answer{"costs": {Reason: SameAs, As: fmt.Sprintf("r%d", n-1)}}}
		c.Records = append(c.Records, r)
	}
	f := compiled(t, "norway-2016")
	last := fmt.Sprintf("/records/%d/cells/costs/as", longestWay)
	if diff := cmp.Diff([]string{last}, pointers(f.Fits(c))); diff != "" {
		t.Errorf("expected and refused:\n%s", diff)
	}
	readings := f.Check(c, Asked{}).Readings
	for n, total := range map[int]bool{1: true, longestWay - 1: true, longestWay: false} {
		if m := readings[fmt.Sprintf("records[%d].costs", n)].Money; (m != nil && m.Total != nil) != total {
			t.Errorf("record %d has the total: %v", n+1, !total)
		}
	}
}

// pointers are the places of misfits, or nil.
func pointers(err error) []string {
	misfits, _ := errors.AsType[Misfits](err)
	var places []string
	for _, m := range misfits {
		places = append(places, m.Pointer)
	}
	return places
}
