package handlers

import (
	"errors"
	"testing"

	"ahq/models"
	"ahq/workflow"
)

func TestWhatAPersonCanDoSomethingAbout(t *testing.T) {
	broken := errors.New("the disk is full")
	for _, c := range []struct {
		what   string
		err    error
		code   int
		field  string
		text   string
		failed bool // it stays an error
	}{
		{"a field that is wrong", &workflow.Invalid{Pointer: "/reply_by", Text: "choose a later day"}, 422, "reply_by", "Choose a later day.", false},
		{"one of several", &workflow.Invalid{Pointer: "/selected/3", Text: "leave it out"}, 422, "selected", "Leave it out.", false},
		{"one label", &workflow.Invalid{Pointer: "/labels/costs", Text: "there is no question"}, 422, "label.costs", "There is no question.", false},
		{"a refusal", &workflow.Refusal{Text: "it is closed"}, 409, "", "It is closed.", false},
		{"somebody was faster", models.ErrStale, 409, "", "This was changed while you had it open. Go back, reload the page and look at what it says now.", false},
		{"what they may not do", workflow.ErrForbidden, 0, "", "", true},
		{"what is not there", models.ErrNotFound, 0, "", "", true},
		{"what is ours to repair", broken, 0, "", "", true},
	} {
		t.Run(c.what, func(t *testing.T) {
			code, said, err := complain(c.err)
			if code != c.code || (err != nil) != c.failed {
				t.Fatalf("got %d, %v", code, err)
			}
			if !c.failed && (said[0].Field != c.field || inEnglish(t, said[0].Text) != c.text) {
				t.Errorf("it says %v", said)
			}
		})
	}
}

func TestAFieldSaysWhatIsWrongWithItToWhoHearsIt(t *testing.T) {
	all := complaints{{"topic", plain("Give the topic.")}}
	for _, c := range []struct {
		field string
		hints []string
		want  string
	}{
		{"topic", nil, ` aria-describedby="topic-problem" aria-invalid="true"`},
		{"topic", []string{"topic-hint"}, ` aria-describedby="topic-hint topic-problem" aria-invalid="true"`},
		{"lead", []string{"lead-hint"}, ` aria-describedby="lead-hint"`},
		{"lead", nil, ""},
	} {
		if got := string(all.Aria(c.field, c.hints...)); got != c.want {
			t.Errorf("%s %v: %s, want %s", c.field, c.hints, got, c.want)
		}
	}
}
