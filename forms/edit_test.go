package forms

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// written is a questionnaire to be changed: three questions asked once, and a
// table of two rows to which Norway added a question.
func written() Questionnaire {
	ask := func(id string, when *Condition) Question {
		return Question{ID: id, Label: "Label of " + id, Kind: VerdictKind, When: when}
	}
	return Questionnaire{
		ID: "written", Title: "Written", Questions: []Question{ask("q1", nil), ask("q2", nil), ask("q3", nil)},
		Tables: []Table{{
			ID: "t4", Title: "Table", Record: "thing", Rows: []Question{ask("q5", nil), ask("q6", nil)}, Unique: []string{"q5"},
			FollowUp: &FollowUp{By: "NO", Title: "Norway asks", Questions: []Question{ask("q7", &Condition{"q6", []string{"yes"}})}},
		}},
	}
}

func order(q Questionnaire) string {
	var ids []string
	for _, l := range q.Listings() {
		ids = append(ids, l.Table+":")
		for _, one := range q.In(l) {
			ids = append(ids, one.ID)
		}
	}
	return strings.Join(ids, " ")
}

func TestAQuestionnaireIsEdited(t *testing.T) {
	for _, c := range []struct {
		what string
		do   func(*Questionnaire) bool
		want string
	}{
		{"nothing", func(*Questionnaire) bool { return true }, ": q1 q2 q3 t4: q5 q6 t4: q7"},
		{"one is moved up", func(q *Questionnaire) bool { return q.Move("q3", -1) }, ": q1 q3 q2 t4: q5 q6 t4: q7"},
		{"one is moved to the top", func(q *Questionnaire) bool { return q.Move("q3", -9) }, ": q3 q1 q2 t4: q5 q6 t4: q7"},
		{"the last is moved down", func(q *Questionnaire) bool { return q.Move("q3", 1) }, ": q1 q2 q3 t4: q5 q6 t4: q7"},
		{"a row is moved down", func(q *Questionnaire) bool { return q.Move("q5", 1) }, ": q1 q2 q3 t4: q6 q5 t4: q7"},
		{"one is added", func(q *Questionnaire) bool { return q.Put(Listing{}, Question{ID: "q9"}) }, ": q1 q2 q3 q9 t4: q5 q6 t4: q7"},
		{"a row is added", func(q *Questionnaire) bool { return q.Put(Listing{Table: "t4"}, Question{ID: "q9"}) }, ": q1 q2 q3 t4: q5 q6 q9 t4: q7"},
		{"one is put in its own place", func(q *Questionnaire) bool { return q.Put(Listing{}, Question{ID: "q6"}) }, ": q1 q2 q3 t4: q5 q6 t4: q7"},
		{"a row is removed", func(q *Questionnaire) bool { return q.Remove("q5") && len(q.Tables[0].Unique) == 0 }, ": q1 q2 q3 t4: q6 t4: q7"},
		{"a table is removed", func(q *Questionnaire) bool { return q.Remove("t4") }, ": q1 q2 q3"},
		{"what is not there stays away", func(q *Questionnaire) bool {
			return !q.Remove("q8") && !q.Move("q8", 1) && !q.Put(Listing{Table: "t8"}, Question{ID: "q8"})
		}, ": q1 q2 q3 t4: q5 q6 t4: q7"},
	} {
		t.Run(c.what, func(t *testing.T) {
			before := written()
			q := before.Clone()
			if !c.do(&q) {
				t.Error("it says that it was not done")
			}
			if got := order(q); got != c.want {
				t.Errorf("got %s; want %s", got, c.want)
			}
			if diff := cmp.Diff(written(), before); diff != "" {
				t.Errorf("what it is a copy of changed:\n%s", diff)
			}
		})
	}
}

func TestAnIDIsNeverGivenTwice(t *testing.T) {
	q := written()
	if got := q.NewID("q"); got != "q8" {
		t.Errorf("the next is %s, not q8", got)
	}
	q.Tables[0].FollowUp.Questions[0].When.Question = "q12"
	if got := q.NewID("q"); got != "q13" {
		t.Errorf("something waits for q12, and the next is %s", got)
	}
}

func TestAFollowUpCanWaitForARow(t *testing.T) {
	q := written()
	if got := len(q.Before(Listing{"t4", true}, 0)); got != 2 {
		t.Errorf("it can wait for %d questions, not for both rows", got)
	}
	q.Questions[0].Kind = TextKind
	if got := q.Before(Listing{}, 2); len(got) != 1 || got[0].ID != "q2" {
		t.Errorf("a text decides nothing: %v", got)
	}
}

func TestADraftMayBeUnfinishedAndNotUnsound(t *testing.T) {
	waits := func(q *Questionnaire, who, on string) {
		l, at, _ := q.Find(who)
		q.In(l)[at].When = &Condition{on, []string{"yes"}}
	}
	for _, c := range []struct {
		what    string
		do      func(*Questionnaire)
		pointer string
		says    string
		unsound bool
	}{
		{"as it is", func(*Questionnaire) {}, "", "", false},
		{"nothing is asked", func(q *Questionnaire) { q.Questions, q.Tables = nil, nil }, "", "add a question or a table", false},
		{"a circle of two", func(q *Questionnaire) { waits(q, "q1", "q2"); waits(q, "q2", "q1") }, "/questions/0/when/question", `wait for each other, so that none would ever be asked: "Label of q1", "Label of q2"`, false},
		{"a circle of three", func(q *Questionnaire) { waits(q, "q1", "q3"); waits(q, "q2", "q1"); waits(q, "q3", "q2") }, "/questions/0/when/question", `"Label of q1", "Label of q3", "Label of q2"`, false},
		{"a circle of one", func(q *Questionnaire) { waits(q, "q2", "q2") }, "/questions/1/when/question", "wait for each other", false},
		{"one that waits for a later one", func(q *Questionnaire) { waits(q, "q1", "q3") }, "/questions/0/when/question", `it waits for "Label of q3", which is asked after it`, false},
		{"one that waits for nothing", func(q *Questionnaire) { waits(q, "q1", "q99") }, "/questions/0/when/question", "is not there", false},
		{"a table of no rows", func(q *Questionnaire) { q.Tables[0].Rows, q.Tables[0].Unique, q.Tables[0].FollowUp = nil, nil, nil }, "/tables/0/rows", "add one", false},
		{"an id that is none", func(q *Questionnaire) { q.Questions[0].ID = "Q 1" }, "/questions/0/id", "is no id", true},
	} {
		t.Run(c.what, func(t *testing.T) {
			q := written()
			c.do(&q)
			all := q.Misfits()
			if c.says == "" {
				if len(all) > 0 {
					t.Errorf("it has %v", all)
				}
				return
			}
			i := slices.IndexFunc(all, func(m Misfit) bool { return m.Pointer == c.pointer })
			if i < 0 || !strings.Contains(all[i].Text, c.says) {
				t.Fatalf("it has %v; want %s at %s", all, c.says, c.pointer)
			}
			if got := len(all.Unsound()) > 0; got != c.unsound {
				t.Errorf("unsound: %v", all.Unsound())
			}
			if _, err := Compile(q); err == nil {
				t.Error("it can be asked all the same")
			}
		})
	}
}

func TestRulesForAKind(t *testing.T) {
	for kind, want := range map[Kind][]string{
		TextKind: {"answered"}, VerdictKind: {"answered", "follow-up-verdict", "follow-up-why", "follow-up-methods", "follow-up-description"},
		EmailKind: {"answered", "follow-up-contact"}, LinksKind: {"answered"}, MoneyKind: {"answered"},
	} {
		if diff := cmp.Diff(want, RulesFor(kind)); diff != "" {
			t.Errorf("%s: %s", kind, diff)
		}
	}
}

func TestAnotherKindOfQuestionLosesWhatOnlyTheOldOneHas(t *testing.T) {
	q := Question{ID: "q", Label: "Q", Kind: VerdictKind, Topic: Success, Rules: "answered,follow-up-why,note-contradicted"}
	got := q.As(ChoiceKind)
	if got.Topic != "" || got.Rules != "answered,note-contradicted" || got.Kind != ChoiceKind {
		t.Errorf("as a choice it is %+v", got)
	}
	got.Options = []Option{{"a", "A"}}
	if text := got.As(TextKind); len(text.Options) > 0 {
		t.Errorf("as a text it is %+v", text)
	}
	if len(Kinds) != len(kinds) {
		t.Errorf("%d kinds are offered, of %d", len(Kinds), len(kinds))
	}
}
