package handlers

import (
	"cmp"
	"context"
	"slices"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

// A missingRow is an NCP that was asked, and of which there is nothing; or whose
// version was returned, and of which there is no new one.
type missingRow struct {
	Name string
	URL  string // what happened to its response; "" there is none
	Why  phrase
	Word string // why it was returned
}

// openWarnings are those that one NCP delivered its response with: nobody
// corrected them, and nobody said that it is right so.
type openWarnings struct {
	NCP   string
	Few   bool // enough to be read at once
	Items []problemView
}

// few is how many warnings are read at once; more are folded away.
const few = 5

// fillMissing lists what an edition made now would lack, before one makes it.
func (s *Server) fillMissing(ctx context.Context, d ahqDesk, inForce []models.Delivered, page *compilePage) error {
	scope := d.Who.Scope()
	addressees, err := s.Store.Addressees(ctx, scope, d.AHQ.ID)
	if err != nil {
		return err
	}
	responses, err := s.Store.Responses(ctx, scope, d.AHQ.ID)
	if err != nil {
		return err
	}
	page.Missing, page.Returned = missing(addressees, byNCP(responses)), d.returned(responses)
	if page.Warnings, err = d.openWarnings(inForce); err != nil {
		return err
	}
	threads, err := s.Store.OpenThreads(ctx, scope, d.AHQ.ID)
	if err != nil {
		return err
	}
	page.Threads = d.openThreads(threads, inForce)
	inquiries, err := s.Store.Inquiries(ctx, scope, d.AHQ.ID)
	for _, q := range inquiries {
		if q.AnsweredAt == nil {
			page.Inquiries = append(page.Inquiries, d.inquiryView(q))
		}
	}
	return err
}

// missing are those who were asked and have delivered nothing.
func missing(addressees []models.Addressee, responses map[string]models.Response) []missingRow {
	var rows []missingRow
	for _, x := range addressees {
		r := responses[x.NCP]
		if !x.Asked || r.InForce > 0 {
			continue
		}
		rows = append(rows, missingRow{Name: x.Name, URL: responseHistoryURL(r), Why: trackState(tracked{Response: r}).Text})
	}
	return rows
}

// returned are those whose version in force was sent back, by name.
func (d ahqDesk) returned(responses []models.Response) []missingRow {
	var rows []missingRow
	for _, r := range responses {
		if r.ReturnedAt != nil {
			rows = append(rows, missingRow{Name: d.name(r.NCP), URL: responseHistoryURL(r), Why: say("compile.returned_on", "At", *r.ReturnedAt), Word: r.ReturnedWhy})
		}
	}
	slices.SortFunc(rows, func(a, b missingRow) int { return cmp.Compare(a.Name, b.Name) })
	return rows
}

// responseHistoryURL is where one reads what happened to a response, if there is one.
func responseHistoryURL(r models.Response) string {
	if r.ID == "" {
		return ""
	}
	return responseURL(r.ID) + "/history"
}

// openWarnings of each version, by NCP, each with a way to its place.
func (d ahqDesk) openWarnings(inForce []models.Delivered) ([]openWarnings, error) {
	open, err := workflow.OpenWarnings(d.AHQ, inForce)
	if err != nil {
		return nil, err
	}
	var all []openWarnings
	for _, one := range inForce {
		if problems := open[one.Response.ID]; len(problems) > 0 {
			all = append(all, openWarnings{d.name(one.NCP), len(problems) <= few, d.inVersion(one, problems)})
		}
	}
	slices.SortFunc(all, func(a, b openWarnings) int { return cmp.Compare(a.NCP, b.NCP) })
	return all, nil
}

// inVersion leads from problems to their places in a delivered version.
func (d ahqDesk) inVersion(one models.Delivered, problems forms.Problems) []problemView {
	of := desk{subject: subject{AHQ: d.AHQ, Response: one.Response}, Read: workflow.Read{Content: one.Version.Content}}
	var views []problemView
	for _, p := range problems {
		view := viewOf(p)
		view.URL, view.Where = versionURL(one.Version)+"#"+answerAnchor(p.Record, p.Cell), of.where(p)
		views = append(views, view)
	}
	return views
}

// An openThread is a question to one answer that is not settled.
type openThread struct {
	NCP   string
	Where link
}

// openThreads of what would be compiled, by NCP, each with a way to it.
func (d ahqDesk) openThreads(open []models.Thread, inForce []models.Delivered) []openThread {
	var all []openThread
	for _, one := range inForce {
		of := subject{AHQ: d.AHQ, Response: one.Response}
		for _, t := range open {
			if t.ResponseID == one.Response.ID {
				all = append(all, openThread{d.name(one.NCP), link{URL: threadURL(t), Text: whereIn(of, one.Version, placeOf(t))}})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b openThread) int { return cmp.Compare(a.NCP, b.NCP) })
	return all
}
