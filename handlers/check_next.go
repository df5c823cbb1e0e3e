package handlers

import (
	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

// A contentsSection leads to the records of a section.
type contentsSection struct {
	Title   string
	Records []contentsRecord
}

// A contentsRecord leads to a record, and says what is open in it.
type contentsRecord struct {
	Name, URL        string
	Errors, Warnings int
}

// contents of a page of all answers, record by record, with what is open in each.
func contents(all answers, open forms.Problems) []contentsSection {
	var contents []contentsSection
	for _, section := range all.Sections {
		in := contentsSection{Title: section.Title}
		for _, r := range section.Records {
			problems := open.In(r.ID)
			in.Records = append(in.Records, contentsRecord{
				Name: r.Name, URL: "#" + r.ID, Errors: len(problems.Of(forms.Error)), Warnings: len(problems.Of(forms.Warning)),
			})
		}
		if len(in.Records) > 0 {
			contents = append(contents, in)
		}
	}
	return contents
}

// tooLate says whether a first answer would be refused, since the AHQ is closed.
func (d desk) tooLate() bool {
	return d.AHQ.State == models.Closed && d.Response.ReturnedAt == nil && d.Response.AmendedWhy == ""
}

// instead says who can submit, where it is not who looks.
func (d desk) instead() phrase {
	switch {
	case d.Response.State != models.Draft:
		return phrase{}
	case d.Can(workflow.Submit) && d.tooLate():
		return say("check.closed", "Requester", d.requester())
	case d.May(workflow.Edit) && !d.May(workflow.Submit):
		return say("check.coordinator", "NCP", d.Names[d.Response.NCP])
	default:
		return phrase{}
	}
}

// lateness says that what is submitted now is marked late.
func (d desk) lateness() phrase {
	switch {
	case d.AHQ.State == models.Closed:
		return say("check.late_closed")
	case d.ReplyBy < d.Today:
		return say("check.late", "Day", isoDay(d.ReplyBy))
	default:
		return phrase{}
	}
}

// whatNext is what happens when the response is submitted: who is told, what can
// still be changed, when it is compiled.
func (d review) whatNext() []phrase {
	next := []phrase{say("check.next_told", "Requester", d.requester())}
	if n := len(d.Report.Problems.Of(forms.Warning)); n > 0 {
		next = append(next, say("check.next_warnings", "Count", n, "Requester", d.requester()))
	}
	next = append(next, say("check.next_changed"))
	switch {
	case d.Since.Number > 0 && d.Response.InForce > 0:
		next = append(next, say("check.next_replaces", "Number", d.Since.Number))
	case d.AHQ.State == models.Open && d.waits() && d.ReplyBy >= d.Today:
		next = append(next, say("check.next_compiled_after", "Requester", d.requester(), "Day", isoDay(d.ReplyBy)))
	default:
		next = append(next, say("check.next_compiled", "Requester", d.requester()))
	}
	return next
}
