package forms

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/go-openapi/jsonpointer"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// pieces are what people, and those who wish us ill, put into answers.
var pieces = []string{
	"", " ", "N/A", "/.", "Yes", "No.", "Yes, by interviews.", "40 000 EUR", "Estimated 180.000", "12.345", "May 2015 – October 2015 (6 months)",
	"23.05.2016 – 22.05.2015", "https://example.org", "javascript:alert(1)", "a@b.example", "Mr Example", "has not started yet",
	"started on 26 September", "as for the previous campaign", "\uf0b7", "é\n", "ARMENIA & KOSOVO", "\u0000", "\xff", "Total: 5 EUR",
}

func typedText() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 4).Draw(t, "pieces"), rapid.SampledFrom([]string{"", " ", "\n"}).Draw(t, "between"))
	})
}

func anyAnswer() *rapid.Generator[Answer] {
	return rapid.Custom(func(t *rapid.T) Answer {
		a := Answer{Text: typedText().Draw(t, "text"), Reason: rapid.SampledFrom([]Reason{"", "", "", NotYet, SameAs, "odd"}).Draw(t, "reason")}
		if a.Reason == SameAs {
			a.As = rapid.SampledFrom([]string{"r1", "r2", "r3", "r9"}).Draw(t, "as")
		}
		if rapid.Bool().Draw(t, "confirmed") {
			a.Confirmed = &Confirmed{Of: Fingerprint(a.Text), Warnings: map[Rule]string{LinkNone: "so it is", RecordTwice: "r1"}}
			if rapid.Bool().Draw(t, "corrected") {
				a.Confirmed.Reading = &Correction{Verdict: new(Yes), Start: new("2016"), End: new("201"), Currency: new("EUR"), Choice: new("some")}
			}
		}
		return a
	})
}

func anyAnswers(questions []Question) *rapid.Generator[map[string]Answer] {
	ids := []string{"unknown"}
	for _, q := range questions {
		ids = append(ids, q.ID)
	}
	return rapid.MapOf(rapid.SampledFrom(ids), anyAnswer())
}

func anyContent(q Questionnaire) *rapid.Generator[Content] {
	return rapid.Custom(func(t *rapid.T) Content {
		c := Content{Questionnaire: q.ID, Answers: anyAnswers(q.Questions).Draw(t, "answers")}
		if len(q.Tables) == 0 {
			return c
		}
		for i := range rapid.IntRange(0, 4).Draw(t, "records") {
			c.Records = append(c.Records, Record{
				ID:      rapid.SampledFrom([]string{"", fmt.Sprintf("r%d", i+1)}).Draw(t, "id"),
				Section: rapid.SampledFrom([]string{"origin", "inland", "origin", "sea"}).Draw(t, "section"),
				Heading: typedText().Draw(t, "heading"), Status: rapid.SampledFrom(append(statuses, "")).Draw(t, "status"),
				Countries: rapid.SampledFrom([][]string{nil, {"BE"}}).Draw(t, "countries"),
				Note:      anyAnswer().Draw(t, "note"), Cells: anyAnswers(q.Tables[0].Questions()).Draw(t, "cells"),
			})
		}
		return c
	})
}

// TestAnyContentCanBeChecked also when it does not fit, as a draft may for a while.
func TestAnyContentCanBeChecked(t *testing.T) {
	for _, id := range []string{"norway-2016", "online-applications"} {
		f := compiled(t, id)
		rapid.Check(t, func(t *rapid.T) {
			c := anyContent(f.Questionnaire).Draw(t, "content")
			asked := Asked{NCP: rapid.SampledFrom([]string{"", "BE", "AT"}).Draw(t, "ncp"), On: january}
			before := inJSON(t, c)
			report := f.Check(c, asked)
			if after := inJSON(t, c); before != after {
				t.Fatalf("altered:\n%s\n%s", before, after)
			}
			if again := f.Check(c, asked); !cmp.Equal(report.Problems, again.Problems) {
				t.Fatalf("told otherwise the second time:\n%s", cmp.Diff(report.Problems, again.Problems))
			}
			inOrder(t, f, c, report.Problems)
			var document any
			if err := json.Unmarshal([]byte(before), &document); err != nil {
				t.Fatal(err)
			}
			for _, p := range report.Problems {
				leadsSomewhere(t, document, p)
			}
			for _, p := range f.Shape(c, asked) {
				if !slices.Contains(report.Problems, p) {
					t.Fatalf("the shape says %v, the check does not", p)
				}
			}
		})
	}
}

// inJSON is a content in one spelling, whatever order its maps have.
func inJSON(t *rapid.T, c Content) string {
	raw, err := json.Marshal(c, json.Deterministic(true), jsontext.AllowInvalidUTF8(true))
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// inOrder: answers asked once first, then records, each from its heading on.
func inOrder(t *rapid.T, f *Form, c Content, problems Problems) {
	var page []string
	for _, q := range f.Questions {
		page = append(page, q.ID)
	}
	for i, r := range c.Records {
		table, _ := f.Table(r.Section)
		for _, id := range append([]string{"heading", "note"}, strings.Fields(idsOf(table.Questions()))...) {
			page = append(page, fmt.Sprintf("records[%d].%s", i, id))
		}
	}
	last := 0
	for _, p := range problems {
		at := slices.Index(page, p.At)
		if at < last {
			t.Fatalf("%s is told out of order, or of nothing: %v", p.At, told(problems))
		}
		last = at
	}
}

// leadsSomewhere: the pointer names the text, unless it is missing altogether.
func leadsSomewhere(t *rapid.T, document any, p Problem) {
	pointer, err := jsonpointer.New(p.Pointer)
	if err != nil {
		t.Fatal(err)
	}
	found, _, err := pointer.Get(document)
	if _, text := found.(string); err == nil && text {
		return
	}
	if p.Rule != Required && p.Rule != FollowUpContact {
		t.Fatalf("%s of %s leads nowhere: %v", p.Pointer, p.Rule, err)
	}
}

func TestSameAsBorrowsTheReading(t *testing.T) {
	as := func(id string) Answer { return Answer{Reason: SameAs, As: id} }
	first, second, third := sheetOfCells{"costs": "180.000"}.record(1), sheetOfCells{"title": "Two"}.record(2), sheetOfCells{"title": "Three"}.record(3)
	first.Cells["success"], second.Cells["success"], third.Cells["success"] = as("r2"), as("r3"), Answer{Text: "No, for lack of time."}
	second.Cells["costs"] = as("r1")
	third.Cells["lessons"] = as("r3") // itself: Fits refuses it, Check passes over
	report := compiled(t, "norway-2016").Check(norwegian(first, second, third), Asked{NCP: "BE"})
	if read := report.Readings["records[0].success"]; read.Verdict.Verdict != No || read.Reason != SameAs {
		t.Errorf("success was read as %v, %q", read.Verdict.Verdict, read.Reason)
	}
	if read := report.Readings["records[1].costs"]; read.Money.Total.String() != "180000" || read.Reason != SameAs {
		t.Errorf("costs were read as %v, %q", read.Money, read.Reason)
	}
	want := []string{"records[0].costs money.currency warning", "records[0].costs money.ambiguous warning"} // said once, where it stands
	if diff := cmp.Diff(want, told(report.Problems)); diff != "" {
		t.Errorf("expected and told:\n%s", diff)
	}
}

func TestListedCountriesComeBeforeTheHeading(t *testing.T) {
	named, listed, neither := sheetOfCells{}.record(1), sheetOfCells{"title": "2"}.record(2), sheetOfCells{"title": "3"}.record(3)
	listed.Countries, neither.Heading = []string{"XK"}, "VARIOUS"
	readings := compiled(t, "norway-2016").Check(norwegian(named, listed, neither), Asked{}).Readings
	if got := readings["records[0].heading"].Countries.Countries; !slices.Equal(got, []string{"AM"}) {
		t.Errorf("the heading was read as %v", got)
	}
	if got := readings["records[1].heading"].Countries.Countries; !slices.Equal(got, []string{"XK"}) {
		t.Errorf("the list was read as %v", got)
	}
	if read, ok := readings["records[2].heading"]; ok {
		t.Errorf("nothing was read as %v", read)
	}
}

// TestOneFormServesMany: run with -race.
func TestOneFormServesMany(t *testing.T) {
	f := compiled(t, "norway-2016")
	want := told(f.Check(sampleContent(3), Asked{NCP: "BE"}).Problems)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for range 20 {
				if got := told(f.Check(sampleContent(3), Asked{NCP: "BE"}).Problems); !slices.Equal(got, want) {
					t.Errorf("told %v, not %v", got, want)
				}
			}
		})
	}
	all.Wait()
}
