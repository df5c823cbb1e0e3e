package workflow

import (
	"cmp"
	"context"
	"iter"
	"slices"

	"ahq/forms"
	"ahq/models"
)

// A SideBySide is one question, and what the countries answered to it.
type SideBySide struct {
	Sought   Sought // with the question that is shown
	Question forms.Question
	Table    forms.Table // whose question it is; empty: it is asked once
	Sides    []Side      // those that come first, then the others by name
	All      int         // answers to the question, before they were narrowed
	NCPs     []NamedNCP  // of all versions in force, by name
	Years    []string    // in which something began
	Money    []string    // currencies of the question
	Silent   []string    // names of those who were asked, and of whom there is no version
}

// A NamedNCP is one, by its code.
type NamedNCP struct{ Code, Name string }

// A Side is what one country answered.
type Side struct {
	NamedNCP
	Response models.ResponseID
	Version  models.Version
	First    bool // it was asked to come first
	Answers  []SideAnswer
}

// A SideAnswer is one answer to the question.
type SideAnswer struct {
	Record  *forms.Record // nil: it is asked once
	Title   string        // of the record, as it was typed
	Answer  forms.Answer
	Reading forms.Reading
	New     bool        // the version before had no such record
	Changed []WordPiece // since the version before
}

// SideBySide shows those who track an AHQ the versions in force, one question at
// a time.
func (w *Workflow) SideBySide(ctx context.Context, by Actor, id models.AHQID, s Sought) (SideBySide, error) {
	a, err := w.tracked(ctx, by, id)
	if err != nil {
		return SideBySide{}, err
	}
	if err := s.check(); err != nil {
		return SideBySide{}, err
	}
	f, of, err := w.inForce(ctx, by.Scope(), a)
	if err != nil {
		return SideBySide{}, err
	}
	found, u := f.sideBySide(s), w.understanding(by.Scope(), a)
	for i := range found.Sides {
		side := &found.Sides[i]
		side.Response = of[side.Code].ID
		if side.Version.Number < 2 {
			continue
		}
		before, err := u.version(ctx, of[side.Code], side.Version.Number-1)
		if err != nil {
			return SideBySide{}, err
		}
		f.changedSince(side, found.Question, before.Content)
	}
	return found, nil
}

// tracked is an AHQ that was issued, for those who may read what was delivered.
func (w *Workflow) tracked(ctx context.Context, by Actor, id models.AHQID) (models.AHQ, error) {
	a, err := w.Store.AHQ(ctx, by.Scope(), id)
	if err != nil {
		return a, err
	}
	if a.IssuedAt == nil {
		return a, models.ErrNotFound
	}
	return a, by.may(Track, by.PartsInAHQ(a))
}

// sideBySide is what is sought of the answers.
func (f filtered) sideBySide(s Sought) SideBySide {
	found := SideBySide{Sought: s, Silent: f.silent()}
	found.Table, found.Question = questionSought(f.ahq.Questionnaire, s)
	found.Sought.Table, found.Sought.Question = found.Table.ID, found.Question.ID
	table := sideTableOf(found.Table)
	years, money := map[string]bool{}, map[string]bool{}
	for _, a := range f.answers {
		found.NCPs = append(found.NCPs, NamedNCP{a.NCP, a.Name})
		first := slices.Contains(s.NCPs, a.NCP)
		side := Side{NamedNCP: NamedNCP{a.NCP, a.Name}, Version: models.Version{Number: a.Number, SubmittedAt: a.Submitted, Late: a.Late, Content: a.Content}, First: first}
		for r := range f.sideRecords(table, found.Question, a) {
			found.All++
			years[r.year()] = true
			for _, c := range currencyFound(r, found.Question) {
				money[c] = true
			}
			if (first || !s.Only) && s.wanted(r, found.Question) {
				side.Answers = append(side.Answers, r.answer(found.Question))
			}
		}
		if len(side.Answers) > 0 {
			found.Sides = append(found.Sides, side)
		}
	}
	slices.SortStableFunc(found.Sides, func(a, b Side) int { return cmp.Compare(sideRank(a), sideRank(b)) })
	found.Years, found.Money = sortedNames(years), sortedNames(money)
	return found
}

func sideRank(s Side) int {
	if s.First {
		return 0
	}
	return 1
}

// sortedNames are all there are, in order.
func sortedNames(there map[string]bool) []string {
	var names []string
	for name := range there {
		if name != "" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// questionSought is the one that is sought, or the first there is; of a table
// first, for that is what is compared.
func questionSought(q forms.Questionnaire, s Sought) (table forms.Table, question forms.Question) {
	for _, t := range append(slices.Clone(q.Tables), forms.Table{Rows: q.Questions}) {
		for _, of := range t.Questions() {
			if question.ID == "" {
				table, question = t, of
			}
			if t.ID == s.Table && of.ID == s.Question {
				return t, of
			}
		}
	}
	return table, question
}

// sideRecords are those of one answer in which the question was put.
func (f filtered) sideRecords(t *sideTable, q forms.Question, a filteredAnswer) iter.Seq[sideRecord] {
	return func(yield func(sideRecord) bool) {
		report := f.reports[a.NCP]
		if t.ID == "" {
			if isPut(&q, a.NCP, a.Content.Answers) {
				yield(sideRecord{readRecord{of: a, report: report}, t})
			}
			return
		}
		for i, r := range a.Content.Records {
			if holds(t.Table, r) && isPut(&q, a.NCP, r.Cells) && !yield(sideRecord{readRecord{r, a, i, report}, t}) {
				return
			}
		}
	}
}

func (r sideRecord) answer(q forms.Question) SideAnswer {
	if r.once() {
		return SideAnswer{Answer: r.readRecord.of.Content.Answers[q.ID], Reading: r.of(q)}
	}
	title := r.Cells[r.table.Rows[0].ID].Text
	return SideAnswer{Record: &r.Record, Title: title, Answer: r.Cells[q.ID], Reading: r.of(q)}
}

// silent are the names of those who were asked, and have no version in force.
func (f filtered) silent() []string {
	var names []string
	for _, x := range f.addressees {
		if _, there := f.answerOf(x.NCP); x.Asked && !there {
			names = append(names, x.Name)
		}
	}
	return names
}

// changedSince says how each answer of a side reads against that of an earlier version.
func (f filtered) changedSince(s *Side, q forms.Question, before forms.Content) {
	is, _ := f.answerOf(s.Code)
	was := filteredAnswer{NCP: s.Code, Content: before}
	changed := func(from, to forms.Answer) []WordPiece {
		before, now := f.plainly(was, from), f.plainly(is, to)
		if before == now {
			return nil
		}
		return WordChanges(before, now)
	}
	for i := range s.Answers {
		a := &s.Answers[i]
		if a.Record == nil {
			a.Changed = changed(before.Answers[q.ID], a.Answer)
			continue
		}
		old, there := recordIn(before, a.Record.ID)
		if a.New = !there; there {
			a.Changed = changed(old.Cells[q.ID], a.Answer)
		}
	}
}
