package workflow

import (
	"iter"
	"strconv"

	"ahq/forms"
)

// statusCell is what forms calls the status of a record.
const statusCell = "status"

// A spot is one cell of a response.
type spot struct {
	at     string        // as forms names it: "records[0].costs"
	record *forms.Record // nil: of a question asked once
	id     string        // the question's, or "heading", "note", "status"
	label  string
	kind   string
	answer forms.Answer
	chosen bool // from a list, and not read out of a text
}

// spots of a response, in the order of the page.
func (f account) spots(a filteredAnswer) iter.Seq[spot] {
	return func(yield func(spot) bool) {
		for _, q := range f.ahq.Questionnaire.Questions {
			if !yield(spotOf(&q, "", nil, a.Content.Answers)) {
				return
			}
		}
		for i := range a.Content.Records {
			r := &a.Content.Records[i]
			at := "records[" + strconv.Itoa(i) + "]."
			for _, s := range ownSpots(at, r) {
				if !yield(s) {
					return
				}
			}
			for _, q := range f.sections[r.Section].questions {
				if !yield(spotOf(&q, at, r, r.Cells)) {
					return
				}
			}
		}
	}
}

// ownSpots are what a record has beside its questions.
func ownSpots(at string, r *forms.Record) []spot {
	return []spot{
		{at: at + headingCell, record: r, id: headingCell, label: "Heading", kind: string(forms.CountriesKind), chosen: len(r.Countries) > 0},
		{at: at + statusCell, record: r, id: statusCell, label: "Status", kind: statusCell, chosen: r.Status != ""},
		{at: at + noteCell, record: r, id: noteCell, label: "Note", kind: string(forms.LongTextKind), answer: r.Note},
	}
}

func spotOf(q *forms.Question, at string, r *forms.Record, answers map[string]forms.Answer) spot {
	answer := answers[q.ID]
	return spot{at: at + q.ID, record: r, id: q.ID, label: label(*q), kind: string(q.Kind), answer: answer, chosen: answer.Reason != ""}
}
