package workflow

import (
	"context"
	"errors"
	"strings"

	"ahq/models"
)

// Actor is the person with the id, and what they are to which NCP. They may
// have been blocked: then they see and may do nothing.
func (w *Workflow) Actor(ctx context.Context, id models.PersonID) (Actor, error) {
	return actor(ctx, w.Store, id)
}

// SignIn is who has this address and password. An unknown address takes as long
// as a wrong password, and gives the same answer.
func (w *Workflow) SignIn(ctx context.Context, email, password string) (Actor, error) {
	p, err := w.Store.PersonByEmail(ctx, address(email))
	if err != nil && !errors.Is(err, models.ErrNotFound) {
		return Actor{}, err
	}
	if len(password) > 4*longestPassword {
		return Actor{}, ErrSignIn
	}
	right, err := w.fits(ctx, password, p.Password)
	if err != nil {
		return Actor{}, err
	}
	if !right || p.BlockedAt != nil {
		return Actor{}, ErrSignIn
	}
	return w.Actor(ctx, p.ID)
}

// address is an e-mail address as it is kept.
func address(email string) string { return strings.ToLower(strings.TrimSpace(email)) }
