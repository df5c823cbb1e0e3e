package handlers

import (
	"strings"

	"ahq/forms"
)

// options are the buttons beside a text: three of a verdict, or those of a choice.
func options(q forms.Question, c *forms.Correction) []choice {
	if c == nil {
		c = &forms.Correction{}
	}
	var all []choice
	if q.Kind == forms.VerdictKind {
		for _, v := range verdicts(text(c.Verdict)) {
			all = append(all, choice{string(v), plain(capital(verdictWords[v])), text(c.Verdict) == string(v)})
		}
	}
	for _, o := range q.Options {
		all = append(all, choice{o.ID, plain(o.Label), text(c.Choice) == o.ID})
	}
	if len(all) == 0 {
		return nil
	}
	return append(all, choice{"", plain("As read from the text"), c.Verdict == nil && c.Choice == nil})
}

// verdicts are the three to choose from, and the fourth where somebody chose it.
func verdicts(chosen string) []forms.YesNo {
	all := []forms.YesNo{forms.Yes, forms.No, forms.Unknown}
	if chosen == string(forms.Moot) {
		all = append(all, forms.Moot)
	}
	return all
}

// condition says in words when a question is asked at all.
func (d desk) condition(record string, q forms.Question) string {
	if q.When == nil {
		return ""
	}
	var is []string
	for _, id := range q.When.Is {
		is = append(is, d.optionLabel(record, q.When.Question, id))
	}
	return "Answer this only if you said “" + strings.Join(is, "” or “") + "” above."
}

func (d desk) optionLabel(record, question, id string) string {
	r, _ := d.record(record)
	questions := d.AHQ.Questionnaire.Questions
	if record != "" {
		questions = d.table(r.Section).Questions()
	}
	for _, q := range questions {
		for _, o := range q.Options {
			if q.ID == question && o.ID == id {
				return o.Label
			}
		}
	}
	if words, ok := verdictWords[forms.YesNo(id)]; ok {
		return words
	}
	return id
}
