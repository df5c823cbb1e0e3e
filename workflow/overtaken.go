package workflow

import (
	"context"
	"fmt"

	"ahq/models"
)

// overtaken is why a reminder that was written need not go out any more: mail
// may have waited for a day, and the answer came, or the person left. What is
// said in one letter goes out while any of it holds.
func (w *Workflow) overtaken(ctx context.Context, m models.Message) (*tooLate, error) {
	if m.Letter != string(letterReminder) {
		return nil, nil
	}
	reminded, err := w.Store.RemindedIn(ctx, models.Scope{Unlimited: true}, m.ID)
	if err != nil {
		return nil, err
	}
	to, err := w.Actor(ctx, m.ToID)
	if err != nil {
		return nil, err
	}
	var why *tooLate
	for _, c := range reminded {
		over := held(c, "")
		switch {
		case over.Over():
			why = &tooLate{over, fmt.Errorf("this is not needed any more: %s", noReminder[over])}
		case !to.Is(c.NCP, models.Coordinator):
			why = &tooLate{NotHeld, fmt.Errorf("%s does not coordinate %s any more", to.Person.Name, c.Name)}
		default:
			return nil, nil
		}
	}
	return why, nil
}

// A tooLate is why a reminder does not go out.
type tooLate struct {
	held Held // "" it should have, but there is nobody
	why  error
}

// notSent writes that down; in the ledger too, when nobody need be called.
func (w *Workflow) notSent(ctx context.Context, m models.Message, late *tooLate) error {
	if late == nil {
		return nil
	}
	if late.held != NotHeld {
		err := w.Store.Tx(ctx, func(tx *models.Tx) error { return tx.MootReminders(ctx, m.ID, string(late.held)) })
		if err != nil {
			return err
		}
	}
	return w.giveUp(ctx, m, late.why)
}
