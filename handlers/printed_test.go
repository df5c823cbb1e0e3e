package handlers

import (
	"slices"
	"strings"
	"testing"

	"ahq/forms"
	"ahq/models"
)

// A saidQuestion is a printed question in English.
type saidQuestion struct{ ID, Label, Wants, Audience, If string }

func questionInEnglish(t *testing.T, q printedQuestion) saidQuestion {
	t.Helper()
	return saidQuestion{q.ID, q.Label, inEnglish(t, q.Wants), inEnglish(t, q.Audience), inEnglish(t, q.If)}
}

func TestWhatIsPrintedOfAQuestion(t *testing.T) {
	d := ahqDesk{subject: subject{Names: map[string]string{"AT": "Austria", "DK": "Denmark", "FI": "Finland"}}}
	first := forms.Question{ID: "online", Label: "Can it be done online?", Kind: forms.VerdictKind}
	second := forms.Question{ID: "which", Number: "2", Label: "Which?", Kind: forms.ChoiceKind, Options: []forms.Option{{ID: "all", Label: "All"}, {ID: "some", Label: "Some"}}}
	for _, c := range []struct {
		what string
		q    forms.Question
		want saidQuestion
	}{
		{"a verdict wants two things", first, saidQuestion{ID: "online", Label: "Can it be done online?", Wants: "Yes or no, and why"}},
		{"a choice names its options, and has a number", second, saidQuestion{ID: "which", Label: "2. Which?", Wants: "One of: All; Some"}},
		{"one for some names them", forms.Question{ID: "x", Label: "X", Kind: forms.EmailKind, Audience: forms.Audience{"AT", "DK", "FI"}},
			saidQuestion{ID: "x", Label: "X", Wants: "An e-mail address", Audience: "Austria, Denmark and Finland only"}},
		{"a code that nobody knows stands for itself", forms.Question{ID: "x", Label: "X", Kind: forms.DateKind, Audience: forms.Audience{"QQ"}},
			saidQuestion{ID: "x", Label: "X", Wants: "A date", Audience: "QQ only"}},
		{"one after a verdict says after which", forms.Question{ID: "x", Label: "X", Kind: forms.TextKind, When: &forms.Condition{Question: "online", Is: []string{"yes", "no"}}},
			saidQuestion{ID: "x", Label: "X", Wants: "Text", If: "Asked only if the answer to “Can it be done online?” is yes or no."}},
		{"one after a choice names the option", forms.Question{ID: "x", Label: "X", Kind: forms.TextKind, When: &forms.Condition{Question: "which", Is: []string{"some"}}},
			saidQuestion{ID: "x", Label: "X", Wants: "Text", If: "Asked only if the answer to “2. Which?” is “Some”."}},
	} {
		t.Run(c.what, func(t *testing.T) {
			got := questionInEnglish(t, d.printedQuestions([]forms.Question{first, second, c.q})[2])
			if got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}

func TestEveryKindSaysWhatItWants(t *testing.T) {
	for _, q := range forms.Catalogue() {
		for _, question := range everyQuestion(q) {
			if wants(question.Question).empty() {
				t.Errorf("%s.%s: nobody knows what is wanted", q.ID, question.ID)
			}
		}
	}
}

func TestQuestionsAreCalledByTheirPlace(t *testing.T) {
	q, _ := forms.Shipped("norway-2016")
	var all []string
	for _, question := range everyQuestion(q) {
		all = append(all, inEnglish(t, question.Place))
	}
	got := strings.Join(all, ", ")
	if want := "Question 6, Row 1, Row 2, Row 3, Row 4, Row 5, Row 6, Row 7, Row 8, Question 1, Question 2, Question 3, Question 4, Question 5"; got != want {
		t.Errorf("got %s", got)
	}
}

func TestOnlyWordsThatChangedAreListed(t *testing.T) {
	q := forms.Questionnaire{Questions: []forms.Question{{ID: "a", Label: "A"}, {ID: "b", Label: "B2"}}}
	c := models.Corrigendum{
		Before: models.Wording{Topic: "t", Background: "old", Labels: map[string]string{"b": "B"}},
		After:  models.Wording{Topic: "t", Background: "new", Labels: map[string]string{"b": "B2"}},
	}
	var got []string
	for _, one := range changes(q, c) {
		got = append(got, inEnglish(t, one.What)+": "+inEnglish(t, one.Before)+", "+inEnglish(t, one.After))
	}
	if want := []string{"Background information: old, new", "Question 2: B, B2"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
