package forms

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// A part is judged as it is in the whole: records that repeat each other, that
// point to each other, even in a circle, and that are of no section.
func TestAPartIsJudgedAsInTheWhole(t *testing.T) {
	questionnaire, _ := Shipped("norway-2016")
	form, err := Compile(questionnaire)
	if err != nil {
		t.Fatal(err)
	}
	long := strings.Repeat("The campaign told people about legal ways to travel. ", 2)
	texts := rapid.SampledFrom([]string{"", "N/A", "Yes.", "No, there was no formal evaluation.", "40 000 EUR", "49.780", "2009-10 to 2010-01", long, long + "More."})
	rapid.Check(t, func(t *rapid.T) {
		c := Content{Questionnaire: "norway-2016", Answers: map[string]Answer{"contact": {Text: "nobody"}}}
		for n := range rapid.IntRange(1, 6).Draw(t, "records") {
			r := Record{
				ID: fmt.Sprintf("r%d", n+1), Heading: rapid.SampledFrom([]string{"", "SOMALIA", "MOROCCO"}).Draw(t, "heading"),
				Section: rapid.SampledFrom([]string{"origin", "inland", "nowhere"}).Draw(t, "section"), Cells: map[string]Answer{},
				Note: Answer{Text: rapid.SampledFrom([]string{"", "This campaign has not started yet."}).Draw(t, "note")},
			}
			for _, q := range questionnaire.Tables[0].Questions() {
				a := Answer{Text: texts.Draw(t, q.ID)}
				if rapid.IntRange(0, 5).Draw(t, "same") == 0 {
					a = Answer{Reason: SameAs, As: fmt.Sprintf("r%d", rapid.IntRange(1, 7).Draw(t, "as"))}
				}
				r.Cells[q.ID] = a
			}
			c.Records = append(c.Records, r)
		}
		asked := Asked{NCP: rapid.SampledFrom([]string{"BE", "AT"}).Draw(t, "ncp"), On: time.Date(2017, 1, 19, 0, 0, 0, 0, time.UTC)}
		whole := form.Check(c, asked)
		for at, record := range append([]string{""}, recordsOf(c)...) {
			part := form.CheckPart(c, asked, record)
			if d := cmp.Diff(whole.Problems.In(record), part.Problems); d != "" {
				t.Fatalf("problems of %q: -whole +part\n%s", record, d)
			}
			if d := cmp.Diff(readingsOf(whole.Readings, at-1), part.Readings); d != "" {
				t.Fatalf("readings of %q: -whole +part\n%s", record, d)
			}
		}
	})
}

func recordsOf(c Content) (ids []string) {
	for _, r := range c.Records {
		ids = append(ids, r.ID)
	}
	return ids
}

// readingsOf one record, by its place; -1 is what is asked once.
func readingsOf(all map[string]Reading, at int) map[string]Reading {
	begin := fmt.Sprintf("records[%d].", at)
	some := maps.Clone(all)
	for _, key := range slices.Collect(maps.Keys(some)) {
		if at >= 0 && !strings.HasPrefix(key, begin) || at < 0 && strings.HasPrefix(key, "records[") {
			delete(some, key)
		}
	}
	return some
}

func BenchmarkCheckPart(b *testing.B) {
	questionnaire, _ := Shipped("norway-2016")
	form, err := Compile(questionnaire)
	if err != nil {
		b.Fatal(err)
	}
	c := sampleContent(24)
	asked := Asked{NCP: "BE", On: time.Date(2017, 1, 19, 0, 0, 0, 0, time.UTC)}
	for b.Loop() {
		form.CheckPart(c, asked, "r20")
	}
}
