package forms

import (
	"slices"
	"strings"
)

// A Listing is where questions stand one after the other: those asked once, the
// rows of a table, or what one NCP added to it.
type Listing struct {
	Table    string // its id; "" those asked once
	FollowUp bool
}

// Clone is a questionnaire that can be changed apart from the first.
func (q Questionnaire) Clone() Questionnaire {
	q.Questions = slices.Clone(q.Questions)
	q.Tables = slices.Clone(q.Tables)
	for i := range q.Tables {
		t := &q.Tables[i]
		t.Rows, t.Sections, t.Unique = slices.Clone(t.Rows), slices.Clone(t.Sections), slices.Clone(t.Unique)
		if t.FollowUp != nil {
			f := *t.FollowUp
			f.Questions = slices.Clone(f.Questions)
			t.FollowUp = &f
		}
	}
	return q
}

// Listings are all of them, in printed order.
func (q Questionnaire) Listings() []Listing {
	all := []Listing{{}}
	for _, t := range q.Tables {
		all = append(all, Listing{Table: t.ID})
		if t.FollowUp != nil {
			all = append(all, Listing{t.ID, true})
		}
	}
	return all
}

// In are the questions of a listing.
func (q Questionnaire) In(l Listing) []Question {
	if list := q.list(l); list != nil {
		return *list
	}
	return nil
}

// Before are the questions whose answer can decide whether the one at that place
// is asked: those before it, and the rows that stand before a follow-up.
func (q Questionnaire) Before(l Listing, at int) []Question {
	before := q.In(l)[:at]
	if l.FollowUp {
		before = slices.Concat(q.In(Listing{Table: l.Table}), before)
	}
	return slices.DeleteFunc(slices.Clone(before), func(q Question) bool { return len(AnswersTo(q)) == 0 })
}

// list is where the questions of a listing are kept; nil when there is no such place.
func (q *Questionnaire) list(l Listing) *[]Question {
	if l.Table == "" {
		return &q.Questions
	}
	i := q.table(l.Table)
	switch {
	case i < 0:
		return nil
	case !l.FollowUp:
		return &q.Tables[i].Rows
	case q.Tables[i].FollowUp == nil:
		return nil
	}
	return &q.Tables[i].FollowUp.Questions
}

func (q *Questionnaire) table(id string) int {
	return slices.IndexFunc(q.Tables, func(t Table) bool { return t.ID == id })
}

// TableOf is the table with the id, and whether there is one.
func (q Questionnaire) TableOf(id string) (Table, bool) {
	if i := q.table(id); i >= 0 {
		return q.Tables[i], true
	}
	return Table{}, false
}

// Find says where a question stands.
func (q Questionnaire) Find(id string) (l Listing, at int, found bool) {
	for _, l := range q.Listings() {
		if at := indexOf(q.In(l), id); at >= 0 {
			return l, at, true
		}
	}
	return Listing{}, 0, false
}

// Put a question in the place of the one with its id, or behind all others of a
// listing. It is false when there is no such listing.
func (q *Questionnaire) Put(l Listing, one Question) bool {
	if l, at, found := q.Find(one.ID); found {
		(*q.list(l))[at] = one
		return true
	}
	list := q.list(l)
	if list != nil {
		*list = append(*list, one)
	}
	return list != nil
}

// PutTable in the place of the one with its id, or behind all others.
func (q *Questionnaire) PutTable(t Table) {
	if i := q.table(t.ID); i >= 0 {
		q.Tables[i] = t
		return
	}
	q.Tables = append(q.Tables, t)
}

// Remove a question or a table, and say whether it was there.
func (q *Questionnaire) Remove(id string) bool {
	if i := q.table(id); i >= 0 {
		q.Tables = slices.Delete(q.Tables, i, i+1)
		return true
	}
	l, at, found := q.Find(id)
	if !found {
		return false
	}
	list := q.list(l)
	*list = slices.Delete(*list, at, at+1)
	for i := range q.Tables {
		t := &q.Tables[i]
		t.Unique = slices.DeleteFunc(t.Unique, func(row string) bool { return row == id })
	}
	return true
}

// Move a question or a table by so many places, as far as its list goes, and say
// whether it was there.
func (q *Questionnaire) Move(id string, by int) bool {
	if i := q.table(id); i >= 0 {
		shift(q.Tables, i, by)
		return true
	}
	l, at, found := q.Find(id)
	if found {
		shift(*q.list(l), at, by)
	}
	return found
}

// shift one of a list to another place; those between make room.
func shift[T any](list []T, at, by int) {
	to := min(max(at+by, 0), len(list)-1)
	for step := 1; at != to; {
		if to < at {
			step = -1
		}
		list[at], list[at+step] = list[at+step], list[at]
		at += step
	}
}

// As is a question of another kind: what only the old kind has falls away.
func (q Question) As(kind Kind) Question {
	if kind == q.Kind {
		return q
	}
	if kind != VerdictKind {
		q.Topic = ""
	}
	if kind != ChoiceKind {
		q.Options = nil
	}
	tags := slices.DeleteFunc(q.Tags(), func(tag string) bool {
		r, _ := cellRuleOf(tag)
		return r.of != "" && r.of != kind
	})
	q.Kind, q.Rules = kind, strings.Join(tags, ",")
	return q
}

// Kinds are all that a question can be of, in the order a page offers them.
var Kinds = []Kind{
	TextKind, LongTextKind, VerdictKind, ChoiceKind, NumberKind, DateKind, PeriodKind, MoneyKind,
	CountriesKind, LanguagesKind, ChannelsKind, LinksKind, EmailKind,
}
