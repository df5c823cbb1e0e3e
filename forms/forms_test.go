package forms

import (
	"fmt"
	"testing"
	"time"
)

// compiled is a shipped questionnaire, ready to check.
func compiled(t testing.TB, id string) *Form {
	t.Helper()
	q, ok := Shipped(id)
	if !ok {
		t.Fatalf("no questionnaire %q is shipped", id)
	}
	f, err := Compile(q)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// soundCells answer Norway's questions so that nothing is to be said of them.
var soundCells = map[string]string{
	"title":         "Know before you go",
	"period":        "May 2015 – October 2015 (6 months)",
	"costs":         "40 000,00 EUR",
	"audience":      "Young people, in Armenian",
	"partners":      "A local NGO",
	"objectives":    "To make legal ways known",
	"channels":      "Radio and schools",
	"effectiveness": "Many schools asked for more.",
	"links":         "https://campaign.example.org",
	"success":       "Yes, because the schools took part.",
	"evaluation":    "Yes, by interviews before and after.",
	"reception":     "Yes, pupils reacted with interest.",
	"lessons":       "Begin earlier in the year.",
}

// A sheetOfCells is what a test changes in a sound record, by cell. "note" and
// "status" are those of the record.
type sheetOfCells map[string]string

// record is a sound one, numbered and headed, with these changes.
func (changes sheetOfCells) record(n int) Record {
	r := Record{ID: fmt.Sprintf("r%d", n), Section: "origin", Heading: "ARMENIA", Status: Status(changes["status"]), Cells: map[string]Answer{}}
	r.Note.Text = changes["note"]
	for id, text := range soundCells {
		if changed, ok := changes[id]; ok {
			text = changed
		}
		r.Cells[id] = Answer{Text: text}
	}
	return r
}

// norwegian is a content with these records.
func norwegian(records ...Record) Content {
	return Content{Questionnaire: "norway-2016", Records: records}
}

// told are problems in short: "records[0].costs required error".
func told(problems Problems) []string {
	var lines []string
	for _, p := range problems {
		lines = append(lines, fmt.Sprintf("%s %s %s", p.At, p.Rule, p.Severity))
	}
	return lines
}

// january is a day on which Norway's AHQ was open.
var january = time.Date(2017, 1, 20, 0, 0, 0, 0, time.UTC)
