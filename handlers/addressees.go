package handlers

import (
	"context"
	"slices"

	"ahq/models"
)

// Addressed says who is asked.
type addressed struct {
	Words phrase   // "All NCPs", "3 selected NCPs"
	Names []string // of those asked; a draft to all has none yet
}

// fillAddressed says who is asked: what is planned while it is a draft, and the
// participants of the day it was issued after that.
func (s *Server) fillAddressed(ctx context.Context, d ahqDesk, page *ahqPage) error {
	names, err := s.askedNames(ctx, d)
	if err != nil {
		return err
	}
	page.Addressed = addressed{Words: say("ahq.all_ncps"), Names: names}
	if d.AHQ.Addressing == models.Selected {
		page.Addressed.Words = many("ahq.selected", len(names))
	}
	return nil
}

func (s *Server) askedNames(ctx context.Context, d ahqDesk) ([]string, error) {
	if d.AHQ.IssuedAt == nil {
		return d.ncps(d.AHQ.Selected), nil
	}
	addressees, err := s.Store.Addressees(ctx, d.Who.Scope(), d.AHQ.ID)
	var names []string
	for _, x := range addressees {
		if x.Asked {
			names = append(names, x.Name)
		}
	}
	return names, err
}

// isRequester says whether an NCP is among those who ask.
func isRequester(a models.AHQ, code string) bool {
	return slices.ContainsFunc(a.Requesters, func(r models.Requester) bool { return r.NCP == code })
}
