package handlers

import (
	"slices"
	"time"

	"ahq/forms"
	"ahq/models"
)

// A matrix is how far each NCP is, column by column: what is written is counted,
// and never shown.
type matrix struct {
	Caption phrase
	Tall    bool // the names of columns run upwards
	Columns []matrixColumn
	Rows    []matrixRow
}

// A matrixColumn is a record by its number, or a question.
type matrixColumn struct {
	Short string
	Name  phrase
	of    string // the question; "" all that is asked once
	place int    // of a record, from 1
}

// A matrixRow is one NCP.
type matrixRow struct {
	trackRow
	Role  models.Participation
	Late  bool // it came late, or is overdue
	Last  phrase
	Share int // answers in a hundred of those it has to give
	Cells []matrixCell

	order           int // of its state
	filled, records int
	need            int
	last            time.Time
}

// A matrixCell is how much of one thing is answered. The zero one is that there
// is no such thing.
type matrixCell struct {
	Label  string
	Tone   string
	Mark   string
	filled int
	Of     string // how many it should be, where it is some
	Words  phrase
}

// A meter counts what an AHQ asks of each NCP. What may stay empty, or is asked
// only under a condition, does not count.
type meter struct {
	ahqDesk
	counts map[string]bool             // all questions, by id: whether they do
	asked  map[string][]forms.Question // of a record, by its section
}

func (d ahqDesk) meter() meter {
	m := meter{d, map[string]bool{}, map[string][]forms.Question{}}
	for _, q := range d.questions() {
		m.counts[q.ID] = q.When == nil && q.Required()
	}
	for _, t := range d.AHQ.Questionnaire.Tables {
		questions := t.Questions()
		if len(t.Sections) == 0 {
			m.asked[""] = questions
		}
		for _, s := range t.Sections {
			m.asked[s.ID] = questions
		}
	}
	return m
}

// filled is how many of these answers count.
func (m meter) filled(answered []string) int {
	return number(answered, func(question string) bool { return m.counts[question] })
}

// progress of a draft: all that is answered, whether it counts or not.
func (m meter) progress(spread models.Spread) models.Progress {
	given := func(question string) bool { _, asks := m.counts[question]; return asks }
	p := models.Progress{Records: len(spread.Records), Filled: number(spread.Once, given), LastAt: spread.LastAt}
	for _, record := range spread.Records {
		p.Filled += number(record.Answered, given)
	}
	return p
}

// questions are all that an AHQ asks, once and of records.
func (d ahqDesk) questions() []forms.Question {
	all := slices.Clone(d.AHQ.Questionnaire.Questions)
	for _, t := range d.AHQ.Questionnaire.Tables {
		all = append(all, t.Questions()...)
	}
	return all
}

// needed is how many answers an NCP has to give of these questions.
func (m meter) needed(questions []forms.Question, ncp string) int {
	return number(questions, func(q forms.Question) bool { return m.counts[q.ID] && q.Audience.Includes(ncp) })
}

// ofRecord is how many answers a record needs, by its section.
func (m meter) ofRecord(section, ncp string) int { return m.needed(m.asked[section], ncp) }

// row of an NCP, with what holds for all views of it.
func (m meter) row(x models.Addressee, r models.Response, spread models.Spread) matrixRow {
	row := matrixRow{Role: x.Role, records: len(spread.Records), filled: m.filled(spread.Once), need: m.needed(m.AHQ.Questionnaire.Questions, x.NCP)}
	whole := row.filled >= row.need && (row.records > 0 || len(m.AHQ.Questionnaire.Tables) == 0)
	for _, record := range spread.Records {
		need, filled := m.ofRecord(record.Section, x.NCP), m.filled(record.Answered)
		row.need, row.filled = row.need+need, row.filled+filled
		whole = whole && filled >= need
	}
	p := m.progress(spread)
	is := tracked{Response: r, Overdue: m.overdue(x), Untouched: p.Filled == 0 && p.Records == 0, Whole: whole}
	row.Share = row.share(is)
	row.trackRow, row.order = m.trackRow(x, is, p), stateOrder(is)
	row.Late = r.InForce > 0 && r.Late || row.waits && is.Overdue
	row.lastOf(r, spread)
	return row
}

// share of what an NCP has to give that it gave: all, where it wrote something
// and has to give nothing.
func (row *matrixRow) share(is tracked) int {
	switch {
	case row.need > 0:
		return min(row.filled*100/row.need, 100)
	case is.Untouched:
		return 0
	default:
		return 100
	}
}

// lastOf what happened is when somebody last did something.
func (row *matrixRow) lastOf(r models.Response, spread models.Spread) {
	last := spread.LastAt
	for _, at := range []*time.Time{r.OpenedAt, r.SubmittedAt, r.ReturnedAt, r.DeclinedAt} {
		if at != nil && (last == nil || at.After(*last)) {
			last = at
		}
	}
	if last != nil {
		row.Last, row.last = say("tracking.last", "At", last), *last
	}
}

// matrix of all who were asked, or answer.
func (m meter) matrix(by string, read watched) matrix {
	view := matrixViews[by]
	all := matrix{Caption: view.caption, Tall: view.tall, Columns: view.columns(m, read.spreads)}
	for _, x := range read.addressees {
		r, answers := read.responses[x.NCP]
		if !answers && !x.Asked {
			continue
		}
		row := m.row(x, r, read.spreads[r.ID])
		row.Cells = view.cells(m, all.Columns, x.NCP, read.spreads[r.ID])
		row.threads(number(read.open, func(t models.Thread) bool { return t.ResponseID == r.ID }), r)
		row.expect(read.chasings)
		all.Rows = append(all.Rows, row)
	}
	return all
}

// threads that are open have a way to them.
func (row *matrixRow) threads(open int, r models.Response) {
	if row.Threads = open; open > 0 {
		row.Acts = append(row.Acts, link{URL: threadsURL(r.ID), Text: many("tracking.threads", open)})
	}
}

// overdue says whether the day that holds for an NCP is over.
func (d ahqDesk) overdue(x models.Addressee) bool {
	return d.AHQ.State == models.Open && d.AHQ.Due(x) < d.Today
}
