package handlers

import (
	"cmp"
	"context"
	"slices"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

// A missingRow is an NCP that was asked, and of which there is nothing.
type missingRow struct {
	Name string
	Why  phrase
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
	page.Missing = missing(addressees, byNCP(responses))
	if page.Warnings, err = d.openWarnings(inForce); err != nil {
		return err
	}
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
		rows = append(rows, missingRow{x.Name, trackState(tracked{Response: r}).Text})
	}
	return rows
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
