package forms

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// plainDefinition is the smallest questionnaire with a bit of everything.
const plainDefinition = `{
	"id": "plain", "title": "Plain", "questions": [
		{"id": "any", "label": "Is there any?", "kind": "verdict", "topic": "evaluation", "rules": "answered,follow-up-why"},
		{"id": "which", "label": "Which?", "kind": "choice", "options": [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}], "when": {"question": "any", "is": ["yes"]}},
		{"id": "why-b", "label": "Why B?", "kind": "text", "audience": ["AT", "COM"], "when": {"question": "which", "is": ["b"]}}
	],
	"tables": [{"id": "list", "title": "List", "record": "item", "sections": [{"id": "here", "title": "Here"}], "unique": ["name"],
		"rows": [{"id": "name", "label": "Name", "kind": "text"}],
		"follow_up": {"by": "NO", "title": "More", "questions": [{"id": "done", "label": "Done?", "kind": "verdict"}]}}]
}`

func TestParseQuestionnaireRefuses(t *testing.T) {
	for _, c := range []struct{ about, from, to, pointer string }{
		{"an unknown key", `"title": "Plain"`, `"title": "Plain", "colour": 1`, "/colour"},
		{"a key twice", `"title": "Plain"`, `"title": "Plain", "id": "x"`, "/id"},
		{"no id", `"id": "plain"`, `"id": ""`, "/id"},
		{"capitals in an id", `"id": "which"`, `"id": "Which"`, "/questions/1/id"},
		{"a question twice", `"id": "why-b"`, `"id": "any"`, "/questions/2/id"},
		{"a row like a question", `"id": "name"`, `"id": "any"`, "/tables/0/rows/0/id"},
		{"a follow-up question like a section", `"id": "done"`, `"id": "here"`, "/tables/0/follow_up/questions/0/id"},
		{"a row like a part of the record", `"id": "name"`, `"id": "status"`, "/tables/0/rows/0/id"},
		{"a label of nothing", `"Which?"`, `" "`, "/questions/1/label"},
		{"an unknown kind", `"kind": "choice"`, `"kind": "choices"`, "/questions/1/kind"},
		{"an unknown rule", `answered,follow-up-why`, `answered,follow-up-how`, "/questions/0/rules"},
		{"a rule of the validator's own", `answered,follow-up-why`, `required`, "/questions/0/rules"},
		{"a rule for another kind", `"kind": "text", "audience"`, `"kind": "text", "rules": "money-parts", "audience"`, "/questions/2/rules"},
		{"an unknown topic", `"topic": "evaluation"`, `"topic": "weather"`, "/questions/0/topic"},
		{"a topic of a text", `"Name", "kind": "text"`, `"Name", "kind": "text", "topic": "success"`, "/tables/0/rows/0/topic"},
		{"a choice of nothing", `"options": [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}], `, ``, "/questions/1/options"},
		{"options of a text", `"Name", "kind": "text"`, `"Name", "kind": "text", "options": [{"id": "a", "label": "A"}]`, "/tables/0/rows/0/options"},
		{"an option twice", `{"id": "b", "label": "B"}`, `{"id": "a", "label": "B"}`, "/questions/1/options/1/id"},
		{"no NCP", `"AT", "COM"`, `"AT", "Austria"`, "/questions/2/audience/1"},
		{"asked by no NCP", `"by": "NO"`, `"by": ""`, "/tables/0/follow_up/by"},
		{"a condition on what is unknown", `"question": "any"`, `"question": "some"`, "/questions/1/when/question"},
		{"a condition on a later question", `"question": "any"`, `"question": "why-b"`, "/questions/1/when/question"},
		{"a condition on itself", `"question": "any"`, `"question": "which"`, "/questions/1/when/question"},
		{"a condition on what is not offered", `"is": ["b"]`, `"is": ["a", "c"]`, "/questions/2/when/is/1"},
		{"a condition on no answer", `"is": ["b"]`, `"is": []`, "/questions/2/when/is"},
		{"records told apart by no row", `"unique": ["name"]`, `"unique": ["done"]`, "/tables/0/unique/0"},
		{"a table of no rows", `"rows": [{"id": "name", "label": "Name", "kind": "text"}]`, `"rows": []`, "/tables/0/rows"},
		{"records without a name", `"record": "item"`, `"record": ""`, "/tables/0/record"},
	} {
		t.Run(c.about, func(t *testing.T) {
			changed := strings.Replace(plainDefinition, c.from, c.to, 1)
			if changed == plainDefinition {
				t.Fatal("nothing was changed")
			}
			_, err := ParseQuestionnaire([]byte(changed))
			places := pointers(err)
			if decode, ok := errors.AsType[*DecodeError](err); ok {
				places = append(places, decode.Pointer)
			}
			if len(places) == 0 || places[0] != c.pointer {
				t.Errorf("refused at %q: %v", places, err)
			}
		})
	}
}

func TestParseQuestionnaire(t *testing.T) {
	q, err := ParseQuestionnaire([]byte(plainDefinition))
	if err != nil {
		t.Fatal(err)
	}
	if len(q.Questions) != 3 || len(q.Tables[0].Questions()) != 2 {
		t.Errorf("%+v", q)
	}
	for _, raw := range []string{``, `{}`, `{"id":"x","title":"X"}`, `{"id":"x","title":"X","questions":[]}`} {
		if _, err := ParseQuestionnaire([]byte(raw)); err == nil {
			t.Errorf("%s asks nothing and is not refused", raw)
		}
	}
}

func TestTwoTablesWithoutSectionsAreRefused(t *testing.T) {
	row := func(id string) Table {
		return Table{ID: id, Title: "T", Record: "r", Rows: []Question{{ID: id + "-row", Label: "L", Kind: TextKind}}}
	}
	_, err := Compile(Questionnaire{ID: "q", Title: "Q", Tables: []Table{row("a"), row("b")}})
	if diff := cmp.Diff([]string{"/tables/1/sections"}, pointers(err)); diff != "" {
		t.Error(diff)
	}
}

func FuzzParseQuestionnaire(f *testing.F) {
	f.Add([]byte(plainDefinition))
	for _, q := range Catalogue() {
		raw, err := catalogue.ReadFile("catalogue/" + q.ID + ".json")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		q, err := ParseQuestionnaire(raw)
		if err != nil {
			return
		}
		form, err := Compile(q)
		if err != nil {
			t.Fatalf("parsed and does not compile: %v", err)
		}
		if len(q.Hash()) != 64 {
			t.Fatal("no hash")
		}
		c := Content{Questionnaire: q.ID}
		for _, table := range q.Tables {
			record := Record{}
			if len(table.Sections) > 0 {
				record.Section = table.Sections[0].ID
			}
			c.Records = append(c.Records, record)
		}
		if err := form.Fits(c); err != nil {
			t.Fatalf("its own content does not fit: %v", err)
		}
		form.Check(c, Asked{NCP: "AT", On: january})
	})
}
