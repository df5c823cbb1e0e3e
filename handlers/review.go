package handlers

import (
	"slices"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

// An answerProblem is what is wrong with an answer, and where a warning can be
// confirmed on the spot.
type answerProblem struct {
	problemView
	Confirm *confirmForm
}

// A confirmForm takes the word that an answer is right as it is.
type confirmForm struct {
	ID       string // of its field
	Action   string
	Record   string
	Question string
	Rule     forms.Rule
	Version  int      // of the cell
	Twins    []choice // the records whose cost may count, where one is there twice
	Words    []phrase // that usually stand there
	Wrong    phrase   // why it was not confirmed
}

// A review is a response at its desk, with what one should know before it is
// handed in.
type review struct {
	desk
	Asked   []string              // the cells that the requester asks about: "r7.costs"
	Since   models.Version        // what was delivered last; none has the number 0
	Changes []workflow.CellChange // since then
	Refused refusedWord
}

// A refusedWord is why a warning was not confirmed.
type refusedWord struct {
	workflow.Place
	Rule forms.Rule
	Why  phrase
}

// reader of the draft, with ways to change it.
func (d review) reader() reader {
	return reader{
		form: d.AHQ.Questionnaire, content: d.Content, organisations: d.Response.Organisations,
		asked: d.asked, pageOf: d.changeURL, problems: d.answerProblems, beside: d.besideOf,
	}
}

func (d review) answerProblems(record, cell string) []answerProblem {
	var all []answerProblem
	for _, p := range d.problems(record, cell) {
		all = append(all, answerProblem{viewOf(p), d.confirmForm(p)})
	}
	return all
}

// confirmForm of a warning; nil where there is nothing to confirm, or nobody who
// may.
func (d review) confirmForm(p forms.Problem) *confirmForm {
	at := workflow.Place{Record: p.Record, Question: p.Cell}
	if _, is := d.question(at); !is || p.Severity != forms.Warning || p.Cell == headingQuestion.ID || !d.Editable() {
		return nil
	}
	f := &confirmForm{
		ID: answerAnchor(p.Record, p.Cell) + "." + string(p.Rule), Action: d.URL("check", "confirm"),
		Record: p.Record, Question: p.Cell, Rule: p.Rule, Version: d.cell(p.Record, p.Cell).Version,
		Words: usualWords[p.Rule],
	}
	if p.Rule == forms.RecordTwice {
		for _, id := range p.Others {
			f.Twins = append(f.Twins, choice{Value: id, Text: say("confirm.cost_counts", "Record", d.named(id))})
		}
	}
	if d.Refused.Place == at && d.Refused.Rule == p.Rule {
		f.Wrong = d.Refused.Why
	}
	return f
}

// besideOf an answer stands what is said about it, what the requester asks of it,
// and what became of it since it was delivered.
func (d review) besideOf(record, cell string) (b beside) {
	b.Threads = d.said.at(record, cell)
	if !slices.Contains(d.Asked, cellName(record, cell)) {
		return b
	}
	b.Asks, b.Since = d.Response.ReturnedWhy, d.Since.Number
	b.Words = changedAt(d.Changes, record, cell)
	return b
}

// draft is what would be delivered now, to be compared.
func (d review) draft() models.Version {
	return models.Version{Content: d.Content, Organisations: d.Response.Organisations}
}

// cellName is how events call a cell.
func cellName(record, cell string) string {
	if record == "" {
		return cell
	}
	return record + "." + cell
}

// askedAbout are the cells that the last return of a response names.
func askedAbout(r models.Response, events []models.Event) []string {
	if r.ReturnedAt == nil {
		return nil
	}
	for _, e := range slices.Backward(events) {
		if e.Act == string(workflow.Return) {
			return e.Data.Cells
		}
	}
	return nil
}
