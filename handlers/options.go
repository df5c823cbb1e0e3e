package handlers

import (
	"ahq/forms"
)

// An option is a button beside a text: one of the verdicts, or of the options of a
// choice. Pressed once, it is chosen; pressed again, the text counts again.
type option struct {
	Field string // its name in the form
	Value string // what pressing it says
	Text  phrase
	On    bool
	By    phrase // who says that it is on: the text, or a person
}

// options are the buttons beside a text.
func options(q forms.Question, read forms.Reading, said *forms.Correction, typed string) []option {
	c := forms.Correction{}
	if said != nil {
		c = *said
	}
	switch {
	case q.Kind == forms.VerdictKind && read.Verdict != nil:
		on := read.Verdict.Verdict
		if typed == "" && c.Verdict == nil && on != forms.Moot {
			on = forms.Unread // nothing is written: nothing was read
		}
		return pressed(q.ID+".read.verdict", verdicts(on), string(on), c.Verdict != nil)
	case len(q.Options) > 0 && read.Choice != nil:
		var all []choice
		for _, o := range q.Options {
			all = append(all, choice{Value: o.ID, Text: plain(o.Label)})
		}
		return pressed(q.ID+".read.choice", all, read.Choice.Choice, c.Choice != nil)
	default:
		return nil
	}
}

// pressed shows which of several buttons is on, and by whom.
func pressed(field string, all []choice, on string, chosen bool) []option {
	options := make([]option, len(all))
	for i, c := range all {
		o := option{Field: field, Value: c.Value, Text: c.Text, On: c.Value == on}
		switch {
		case o.On && chosen:
			o.By, o.Value = say("cell.as_chosen"), ""
		case o.On:
			o.By = say("cell.as_read")
		}
		options[i] = o
	}
	return options
}

// verdicts are the three to choose from, and the fourth where it stands.
func verdicts(on forms.YesNo) []choice {
	all := []choice{
		{Value: string(forms.Yes), Text: say("cell.yes")},
		{Value: string(forms.No), Text: say("cell.no")},
		{Value: string(forms.Unknown), Text: say("cell.unknown")},
	}
	if on == forms.Moot {
		all = append(all, choice{Value: string(forms.Moot), Text: say("cell.moot")})
	}
	return all
}

// condition says in words when a question is asked at all.
func (d desk) condition(record string, q forms.Question) phrase {
	if q.When == nil {
		return phrase{}
	}
	is := d.optionLabel(record, q.When.Question, q.When.Is[0])
	for _, id := range q.When.Is[1:] {
		is = say("cell.or", "First", is, "Next", d.optionLabel(record, q.When.Question, id))
	}
	return say("cell.only_if", "Is", is)
}

func (d desk) optionLabel(record, question, id string) phrase {
	r, _ := d.record(record)
	questions := d.AHQ.Questionnaire.Questions
	if record != "" {
		questions = d.table(r.Section).Questions()
	}
	for _, q := range questions {
		for _, o := range q.Options {
			if q.ID == question && o.ID == id {
				return plain(o.Label)
			}
		}
	}
	for _, v := range verdicts(forms.Moot) {
		if v.Value == id {
			return v.Text
		}
	}
	return plain(id)
}
