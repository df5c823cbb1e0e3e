package handlers

import (
	"slices"

	"ahq/forms"
)

// A problemView is a problem as a page shows it: its gravity in a word, and a
// way to the cell.
type problemView struct {
	Severity forms.Severity
	Word     phrase
	Rule     forms.Rule
	Text     phrase
	Missing  bool // nothing is wrong: nothing is written
	URL      string
	Where    phrase // which record and question, for lists

	Confirm string   // the field for a word that it is right as it is
	Words   []phrase // that usually stand there
	Instead []choice // the other ways out, in one click
	Field   string   // what these buttons are called
	others  [2]string
}

// severityWords say in a word what colour alone must not.
var severityWords = map[forms.Severity]phrase{
	forms.Error: say("problem.error"), forms.Warning: say("problem.warning"), forms.Note: say("problem.note"),
}

func viewOf(p forms.Problem) problemView {
	view := problemView{Severity: p.Severity, Word: severityWords[p.Severity], Rule: p.Rule, Text: english(p.Text), others: p.Others}
	if p.Rule == forms.Required { // not yet written is not wrong
		view.Word, view.Missing = say("problem.missing"), true
	}
	return view
}

func viewsOf(problems forms.Problems) []problemView {
	var views []problemView
	for _, p := range problems {
		views = append(views, viewOf(p))
	}
	return views
}

// usualWords are those with which a warning is usually confirmed; others can be
// typed.
var usualWords = map[forms.Rule][]phrase{
	forms.MoneyCurrency:    {say("confirm.euro"), say("confirm.own_currency")},
	forms.MoneyAmbiguous:   {say("confirm.read_right")},
	forms.MoneyParts:       {say("confirm.rounded"), say("confirm.others_paid"), say("confirm.total_right")},
	forms.PeriodReversed:   {say("confirm.dates_right")},
	forms.PeriodUnread:     {say("confirm.no_dates")},
	forms.PeriodLength:     {say("confirm.breaks"), say("confirm.dates_right"), say("confirm.length_right")},
	forms.LinkUnsafe:       {say("confirm.text_meant")},
	forms.LinkNone:         {say("confirm.no_page"), say("confirm.page_gone")},
	forms.NoteContradicted: {say("confirm.part_began"), say("confirm.both_right")},
	forms.FollowUpVerdict:  {say("confirm.text_says")},
	forms.StatusMismatch:   {say("confirm.part_runs"), say("confirm.both_right")},
}

// settle offers what can be done about a problem beside correcting the text.
// Field names are those of the cell; confirmed is what was confirmed there before.
func (p *problemView) settle(cell string, confirmed []confirmView, named func(string) string) {
	name := confirmName(cell, p.Rule)
	known := slices.ContainsFunc(confirmed, func(c confirmView) bool { return c.Name == name })
	switch {
	case p.Rule == forms.RecordCopied:
		p.Field, p.Instead = cell+".instead", []choice{{Value: sameAs + p.others[0], Text: say("confirm.same_as", "Record", named(p.others[0]))}}
	case known || p.Severity != forms.Warning:
	case p.Rule == forms.RecordTwice:
		p.Field = name
		for _, id := range p.others {
			p.Instead = append(p.Instead, choice{Value: id, Text: say("confirm.cost_counts", "Record", named(id))})
		}
	default:
		p.Confirm, p.Words = name, usualWords[p.Rule]
	}
}

// where a problem is among all answers, in words: which record, which question.
func (d desk) where(p forms.Problem) phrase {
	if r, i := d.record(p.Record); p.Record != "" && i >= 0 {
		return say("record.place_in", "Record", d.recordName(r), "Cell", d.label(p))
	}
	return d.label(p)
}

// anchor of a cell in its page; problems of the whole record lead to its head.
func anchor(cell string) string {
	if cell == "" {
		return "heading"
	}
	return cell
}

// label of the cell that a problem is about.
func (d desk) label(p forms.Problem) phrase {
	if words, ok := ownLabels[p.Cell]; ok {
		return words
	}
	r, _ := d.record(p.Record)
	questions := d.AHQ.Questionnaire.Questions
	if p.Record != "" {
		questions = d.table(r.Section).Questions()
	}
	for _, q := range questions {
		if q.ID == p.Cell {
			return plain(shortLabel(q))
		}
	}
	return say("record.whole", "Record", d.table(r.Section).Record)
}

// shortLabel is enough of a question to know it by.
func shortLabel(q forms.Question) string { return shortened(fullLabel(q), 60) }

// inWords counts problems: "3 missing, 2 errors, 1 warning".
func inWords(problems forms.Problems) phrase {
	errors, warnings := problems.Of(forms.Error), problems.Of(forms.Warning)
	missing := number(errors, func(p forms.Problem) bool { return p.Rule == forms.Required })
	var all []phrase
	if missing > 0 {
		all = append(all, many("problem.count_missing", missing))
	}
	if n := len(errors) - missing; n > 0 {
		all = append(all, many("problem.count_errors", n))
	}
	if n := len(warnings); n > 0 {
		all = append(all, many("problem.count_warnings", n))
	}
	return joined(all)
}
