package handlers

import "ahq/forms"

// openProblems are what stands in the way, or should be looked at, before the
// answers.
type openProblems struct {
	All     int
	Heading phrase
	Hint    phrase
	Links   []problemView
	More    int // that are not listed
}

// mostLinks is how many problems are listed; how many there are in each record
// stands beside its name.
const mostLinks = 20

func (d review) open(severity forms.Severity) openProblems {
	problems := d.Report.Problems.Of(severity)
	listed := min(len(problems), mostLinks)
	open := openProblems{All: len(problems), Links: d.problemLinks(problems[:listed]), More: len(problems) - listed}
	if severity == forms.Error {
		open.Heading = many("check.errors", open.All)
		return open
	}
	open.Heading = many("check.warnings", open.All)
	if d.Editable() {
		open.Hint = say("check.warnings_hint")
	}
	return open
}

// problemLinks lead from errors to where they are corrected, and from warnings to
// where they stand on this page.
func (d review) problemLinks(problems forms.Problems) []problemView {
	var views []problemView
	for _, p := range problems {
		view := viewOf(p)
		view.Where, view.URL = d.where(p), d.changeURL(p.Record, p.Cell)
		if p.Severity != forms.Error || view.URL == "" {
			view.URL = "#" + answerAnchor(p.Record, p.Cell)
		}
		views = append(views, view)
	}
	return views
}
