package workflow

import (
	"errors"
	"fmt"

	"ahq/forms"
	"ahq/models"
)

// ErrSignIn says nothing of which of the two was wrong.
var ErrSignIn = errors.New("the e-mail address or the password is not right, or access has been blocked: try again, or ask for a new password")

// ErrForbidden is what somebody gets who sees a thing and may not do that to it.
var ErrForbidden = errors.New("you may not do this: ask a coordinator of the NCP, or the requester")

// ErrKeyReused is an Idempotency-Key that was used for something else.
var ErrKeyReused = errors.New("this Idempotency-Key was used for another request: choose a new one")

// A Refusal is an act that is not possible as things stand; the text says who
// or what can change that.
type Refusal struct {
	Act  Act
	Text string
}

func (r *Refusal) Error() string { return r.Text }

// An Invalid is something in what was handed in, with its place.
type Invalid struct {
	Pointer string // RFC 6901, into what was handed in: "/reply_by"
	Text    string
}

func (i *Invalid) Error() string { return i.Pointer + ": " + i.Text }

// A StaleCell is a save that started from an older text than the one that
// stands: both are shown, nothing is lost.
type StaleCell struct {
	Yours  forms.Answer
	Theirs models.Cell
}

func (s *StaleCell) Error() string {
	return "somebody else changed this answer while you were writing: look at both texts and save again"
}

// Unwrap makes it a kind of models.ErrStale.
func (s *StaleCell) Unwrap() error { return models.ErrStale }

// StaleCells are those of a page's cells that were not saved; the others were.
type StaleCells struct {
	Cells []StaleCell
}

func (s *StaleCells) Error() string {
	return fmt.Sprintf("somebody else changed %d of these answers while you were writing: look at both texts and save again", len(s.Cells))
}

// Unwrap makes it a kind of models.ErrStale.
func (s *StaleCells) Unwrap() error { return models.ErrStale }

// refuse is a Refusal in words.
func refuse(act Act, format string, values ...any) error {
	return &Refusal{Act: act, Text: fmt.Sprintf(format, values...)}
}

// invalid is an Invalid in words.
func invalid(pointer, format string, values ...any) error {
	return &Invalid{Pointer: pointer, Text: fmt.Sprintf(format, values...)}
}

// Invalids are all that an act found wrong with what was handed in, in order.
func Invalids(err error) (all []*Invalid) {
	switch e := err.(type) { //nolint:errorlint // it walks through the error itself
	case *Invalid:
		return []*Invalid{e}
	case interface{ Unwrap() []error }:
		for _, one := range e.Unwrap() {
			all = append(all, Invalids(one)...)
		}
	case interface{ Unwrap() error }:
		return Invalids(e.Unwrap())
	}
	return all
}

// within puts the place of what was wrong inside something larger.
func within(pointer string, err error) error {
	if i, ok := errors.AsType[*Invalid](err); ok {
		return &Invalid{Pointer: pointer + i.Pointer, Text: i.Text}
	}
	return err
}
