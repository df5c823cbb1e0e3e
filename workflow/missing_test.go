package workflow

import (
	"strings"
	"testing"

	"ahq/forms"
	"ahq/models"
)

func TestWhatIsMissingIsNamed(t *testing.T) {
	q, _ := forms.Shipped("norway-2016")
	form, err := forms.Compile(q)
	if err != nil {
		t.Fatal(err)
	}
	cells := map[string]forms.Answer{}
	for _, question := range q.Tables[0].Questions() {
		cells[question.ID] = forms.Answer{Text: "N/A"}
	}
	delete(cells, "costs")
	delete(cells, "lessons")
	content := forms.Content{Questionnaire: q.ID, NCP: "BE", Records: []forms.Record{
		{ID: "r1", Section: "origin", Heading: "Kosovo:", Cells: map[string]forms.Answer{"title": {Text: "A title"}}},
		{ID: "r4", Section: "origin", Heading: "Guinea\nthe second one", Cells: cells},
	}}
	names := missingIn(models.AHQ{Questionnaire: q}, Read{Content: content, Report: form.Check(content, forms.Asked{NCP: "BE"})})
	if len(names) != 2 || !strings.HasPrefix(names[0], "campaign 1 Kosovo: ") {
		t.Fatalf("%q", names)
	}
	if want := "campaign 2 Guinea: "; !strings.HasPrefix(names[1], want) || strings.Count(names[1], ", ") < 1 || strings.Contains(names[1], "Title") {
		t.Errorf("%q", names[1])
	}
	long := lacking{begun: true, names: make([]string, 20)}
	for i := range long.names {
		long.names[i] = "a question"
	}
	said, err := long.say()
	if err != nil || !strings.Contains(said, "- and 8 more") || strings.Count(said, "a question") != mostMissing {
		t.Errorf("%v: %s", err, said)
	}
}
