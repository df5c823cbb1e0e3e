package forms

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNorwayAsksWhatItAsked(t *testing.T) {
	q := compiled(t, "norway-2016").Questionnaire
	table := q.Tables[0]
	ids := func(questions []Question) string {
		var all []string
		for _, q := range questions {
			all = append(all, q.ID)
		}
		return strings.Join(all, " ")
	}
	got := []string{ids(table.Rows), ids(table.FollowUp.Questions), ids(q.Questions), table.Sections[0].ID, table.Sections[1].ID, table.FollowUp.By}
	want := []string{
		"title period costs audience partners objectives channels effectiveness",
		"links success evaluation reception lessons", "contact", "origin", "inland", "NO"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if contact := q.Questions[0]; contact.Number != "6" || contact.Audience.Includes("BE") || !contact.Audience.Includes("DK") {
		t.Errorf("%+v", contact)
	}
}

func TestCatalogue(t *testing.T) {
	all := Catalogue()
	if len(all) < 2 {
		t.Fatalf("only %d questionnaires are shipped", len(all))
	}
	conditional := false
	for _, q := range all {
		if _, err := Compile(q); err != nil {
			t.Errorf("%s: %v", q.ID, err)
		}
		if shipped, ok := Shipped(q.ID); !ok || shipped.Hash() != q.Hash() {
			t.Errorf("%s is not shipped under its id", q.ID)
		}
		for _, question := range q.Questions {
			conditional = conditional || question.When != nil
		}
	}
	if !conditional {
		t.Error("none asks a question on a condition")
	}
	for _, id := range []string{"", "norway-2015", "../catalogue/norway-2016", "norway-2016.json"} {
		if _, ok := Shipped(id); ok {
			t.Errorf("%q is shipped", id)
		}
	}
}

func TestHashFollowsWhatIsSaid(t *testing.T) {
	q, _ := Shipped("norway-2016")
	before := q.Hash()
	q.Tables[0].Rows[0].Label = "Name of the campaign"
	if q.Hash() == before {
		t.Error("a changed label does not show")
	}
	if again, _ := Shipped("norway-2016"); again.Hash() != before {
		t.Error("what one requester changed, another gets")
	}
}
