package handlers

import (
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"ahq/forms"
	"ahq/workflow"
)

// A typedCell is what a form says of one cell.
type typedCell struct {
	Question forms.Question
	Answer   forms.Answer
	From     int               // the version that the page showed
	Touched  bool              // it is not as the page showed it
	Said     map[string]string // of how it is to be read, by field, to the letter
	Wrong    phrase            // what could not be understood
	Pressed  bool              // a button of it was: its page comes back to it
}

// typedCells reads what a form says of the questions on its page.
func typedCells(form url.Values, questions []forms.Question) []typedCell {
	var all []typedCell
	for _, q := range questions {
		if form.Has(q.ID + ".text") {
			pressed := press(form, q)
			cell := readCell(form, q)
			cell.Pressed = pressed
			all = append(all, cell)
		}
	}
	return all
}

func readCell(form url.Values, q forms.Question) typedCell {
	name := q.ID
	typed := typedCell{Question: q, Answer: forms.Answer{Text: lineEnds(form.Get(name + ".text"))}}
	typed.From, _ = strconv.Atoi(form.Get(name + ".version")) // none: never written
	typed.Answer.Reason, typed.Answer.As = typedReason(form.Get(name + ".reason"))
	typed.Said = said(form, q)
	confirmed, err := typedConfirmed(form, q, typed.Answer.Text)
	if err != nil {
		typed.Wrong = wrongOf(err)
	}
	typed.Answer.Confirmed = confirmed
	typed.Touched = !typed.Wrong.empty() || answerHash(typed.Answer) != form.Get(name+".was")
	if form.Has(name + ".theirs") {
		typed.Touched = false // what somebody else wrote is to stand
	}
	return typed
}

// said is what stands in the fields that say how a text is to be read.
func said(form url.Values, q forms.Question) map[string]string {
	fields := map[string]string{}
	for _, field := range corrections[q.Kind] {
		name := q.ID + ".read." + field.name
		fields[name] = form.Get(name)
	}
	return fields
}

// lineEnds undoes what browsers do to the ends of lines in a form.
func lineEnds(text string) string {
	return strings.ReplaceAll(text, "\r\n", "\n")
}

// typedConfirmed is what the form confirms of a text. What was confirmed of the
// text that the page showed does not hold for another.
func typedConfirmed(form url.Values, q forms.Question, text string) (*forms.Confirmed, error) {
	of, shown := textHash(text), form.Get(q.ID+".shown")
	same := form.Get(q.ID+".of") == of
	base := ""
	if same {
		base = shown
	}
	correction, err := typedCorrection(form, q, base)
	if right, pressed, wrong := confirmedAsRead(form, q.ID); pressed && same {
		correction, err = right, wrong
	}
	if err != nil {
		return nil, err
	}
	var warnings map[forms.Rule]string
	if same {
		warnings = typedWarnings(form, q.ID)
	}
	if correction == nil && len(warnings) == 0 {
		return nil, nil
	}
	return &forms.Confirmed{Of: of, Reading: correction, Warnings: warnings}, nil
}

// typedWarnings are the words given for warnings, by rule.
func typedWarnings(form url.Values, name string) map[forms.Rule]string {
	words := map[forms.Rule]string{}
	for field := range form {
		rule, ok := strings.CutPrefix(field, name+".confirm.")
		if word := strings.TrimSpace(last(form[field])); ok && word != "" {
			words[forms.Rule(rule)] = word
		}
	}
	if len(words) == 0 {
		return nil
	}
	return words
}

// last of several values: a button stands behind the field it speaks for.
func last(values []string) string { return values[len(values)-1] }

// saves are the cells that were touched and understood.
func saves(record string, cells []typedCell) []workflow.CellSave {
	var all []workflow.CellSave
	for _, c := range cells {
		if c.Touched && c.Wrong.empty() {
			place := workflow.Place{Record: record, Question: c.Question.ID}
			all = append(all, workflow.CellSave{Place: place, From: c.From, Answer: c.Answer})
		}
	}
	return all
}

// keepCells saves the cells of a page that were touched and understood.
func (s *Server) keepCells(c *gin.Context, record string, cells []typedCell) error {
	touched := saves(record, cells)
	if len(touched) == 0 {
		return nil
	}
	_, err := s.Flow.SaveCells(c.Request.Context(), actor(c), about(c).Response.ID, touched)
	return err
}

// wrong says whether something in the form could not be understood.
func wrong(cells []typedCell) bool {
	return slices.ContainsFunc(cells, func(c typedCell) bool { return !c.Wrong.empty() })
}

func sorted[K ~string, V any](m map[K]V) []K {
	return slices.Sorted(maps.Keys(m))
}
