package handlers

import "ahq/forms"

// A summary lists what is wrong with a page, with a way to each place.
type summary struct {
	Heading phrase
	Alert   bool // what was sent was not kept: say so at once
	Items   []problemView
	Missing []problemView // places where nothing is written yet
	Counts  phrase        // "3 missing, 2 errors"
}

// title of a page with this summary, for those who hear the title first.
func (s summary) title(words phrase) phrase { return titleOf(words, s.Alert) }

// summary of a page: what was not kept of what was sent, or else the errors and
// warnings of what is stored. A page that nobody has begun has none.
func (d desk) summary(sheet sheet, questions []forms.Question, problems forms.Problems) summary {
	sum := summary{Heading: say("record.look"), Items: sheet.wrong(questions)}
	if len(sum.Items) > 0 || !sheet.Message.empty() {
		sum.Heading, sum.Alert = say("record.problem"), true
	}
	if sum.Alert || !sheet.Begun {
		return sum
	}
	sum.Counts = inWords(problems)
	for _, severity := range []forms.Severity{forms.Error, forms.Warning} {
		for _, p := range problems.Of(severity) {
			sum.add(d, p)
		}
	}
	return sum
}

func (s *summary) add(d desk, p forms.Problem) {
	view := viewOf(p)
	view.URL, view.Where = "#"+anchor(p.Cell), d.label(p)
	if view.Missing {
		s.Missing = append(s.Missing, view)
		return
	}
	s.Items = append(s.Items, view)
}
