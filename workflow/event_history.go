package workflow

import (
	"context"

	"ahq/models"
)

// Happenings are events of all AHQs and responses, for those who look after the
// whole. They see who did what to which, and no word of it: a reason given to one
// NCP is not for them.
func (w *Workflow) Happenings(ctx context.Context, by Actor, f models.EventFilter) ([]models.Happening, error) {
	if err := by.may(ReadEvents, by.Parts()); err != nil {
		return nil, err
	}
	all, err := w.Store.Happenings(ctx, models.Scope{Unlimited: true}, f)
	for i := range all {
		d := all[i].Data
		all[i].Data = models.EventData{State: d.State, NCP: d.NCP, Day: d.Day, Number: d.Number, Late: d.Late}
	}
	return all, err
}

// A Verified is what was found of the chains of events.
type Verified struct {
	All    int
	Broken []models.BrokenChain
}

// VerifyEvents goes through the chains of an AHQ and of the responses to it, or
// through all there are.
func (w *Workflow) VerifyEvents(ctx context.Context, by Actor, ahq models.AHQID) (v Verified, err error) {
	if err := by.may(ReadEvents, by.Parts()); err != nil {
		return v, err
	}
	v.All, v.Broken, err = w.Store.VerifyChains(ctx, models.Scope{Unlimited: true}, ahq)
	return v, err
}

// AHQCalled is the one with the reference, for those who read events: they know
// of all, and see none.
func (w *Workflow) AHQCalled(ctx context.Context, by Actor, reference string) (models.AHQID, error) {
	if err := by.may(ReadEvents, by.Parts()); err != nil {
		return "", err
	}
	a, err := w.Store.AHQByReference(ctx, models.Scope{Unlimited: true}, reference)
	return a.ID, err
}
