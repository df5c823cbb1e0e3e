package workflow

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"time"

	"ahq/forms"
	"ahq/models"
)

// The two cells of a record that no question asks for.
const (
	headingCell = "heading"
	noteCell    = "note"
)

// longestCell is what is kept, in bytes. Much less is an error already, but an
// error never keeps anybody from saving.
const longestCell = 2 << 20

// oneEvent is how long saves of one cell by one person are one event.
const oneEvent = 10 * time.Minute

// A Place is a cell of a response. Record is "" for a question asked once;
// Question is its id, or "heading" or "note" of a record.
type Place struct {
	Record   string
	Question string
}

// checkPlace says whether a response has that cell.
func (t *turn) checkPlace(ctx context.Context, d draft, p Place) error {
	list := d.ahq.Questionnaire.Questions
	if p.Record != "" {
		r, err := t.liveRecord(ctx, d, p.Record)
		if err != nil {
			return err
		}
		if p.Question == headingCell || p.Question == noteCell {
			return nil
		}
		table, _ := d.ahq.Questionnaire.Table(r.Section)
		list = table.Questions()
	}
	return checkQuestion(list, p.Question, d.response.NCP)
}

func checkQuestion(list []forms.Question, id, ncp string) error {
	i := slices.IndexFunc(list, func(q forms.Question) bool { return q.ID == id })
	if i < 0 {
		return invalid("/question", "there is no question %q here", id)
	}
	if !list[i].Audience.Includes(ncp) {
		return invalid("/question", "question %q is not asked of %s", id, ncp)
	}
	return nil
}

// soundAnswer is an answer as it is kept, if it can be.
func soundAnswer(a forms.Answer) (forms.Answer, error) {
	if len(a.Text) > longestCell {
		return a, invalid("/text", "this is too long to keep: attach it as a file instead")
	}
	reasons := []forms.Reason{"", forms.NotApplicable, forms.NoInformation, forms.NotYet, forms.NotDisclosed, forms.SameAs}
	if !slices.Contains(reasons, a.Reason) {
		return a, invalid("/reason", "there is no reason %q: choose one of the list", a.Reason)
	}
	if a.As != "" && a.Reason != forms.SameAs {
		return a, invalid("/as", "a record is named only with the reason same_as")
	}
	if a.As != "" && recordNumber(a.As) == 0 {
		return a, invalid("/as", "%q is no record: name one like r7", a.As)
	}
	var err error
	a.Text, err = normal("/text", a.Text)
	return a, err
}

// answerOf a cell.
func answerOf(c models.Cell) forms.Answer {
	return forms.Answer{Text: c.Text, Reason: c.Reason, As: c.SameAs, Confirmed: c.Confirmed}
}

// putCell writes an answer over the one that stands, and says whether that is
// an event of its own. The same answer again is no write.
func (t *turn) putCell(ctx context.Context, r models.Response, stands models.Cell, a forms.Answer, as textKind) (c models.Cell, number int, err error) {
	if same(stands, a) && !stands.LookAgain {
		return stands, 0, nil
	}
	c = saying(stands, a)
	if err := t.SaveCell(ctx, &c); err != nil {
		return c, 0, err
	}
	number, err = t.keepText(ctx, r, c, as)
	return c, number, err
}

// saying is a cell with another answer, which somebody has looked at.
func saying(c models.Cell, a forms.Answer) models.Cell {
	c.Text, c.Reason, c.SameAs, c.Confirmed, c.LookAgain = a.Text, a.Reason, a.As, a.Confirmed, false
	return c
}

// A textKind says whether a text goes on with the one before, and the next with it.
type textKind bool

const (
	typedText textKind = false // in a run of saves
	wholeText textKind = true  // from a file, or restored: it begins anew, and nothing goes on with it
)

// keepText remembers what a cell says now. A run of saves by one person within
// ten minutes is one text, unless something was submitted in between; number is
// that of a text which is new, else 0.
func (t *turn) keepText(ctx context.Context, r models.Response, c models.Cell, as textKind) (number int, err error) {
	kept := t.textOf(c)
	kept.Whole = bool(as)
	if c.Version == 1 {
		return kept.Number, t.KeepText(ctx, kept)
	}
	switch last, err := t.LastText(ctx, t.by.Scope(), r.ID, c.RecordID, c.Question); {
	case errors.Is(err, models.ErrNotFound): // it was marked before anybody wrote it
		return kept.Number, t.KeepText(ctx, kept)
	case err != nil:
		return 0, err
	case sameRun(last, kept, r.SubmittedAt):
		kept.Number, kept.BeganAt = last.Number, last.BeganAt
		return 0, t.KeepText(ctx, kept)
	default:
		kept.Number = last.Number + 1
		return kept.Number, t.KeepText(ctx, kept)
	}
}

// textOf is what a cell says, as its first text.
func (t *turn) textOf(c models.Cell) models.CellText {
	return models.CellText{
		ResponseID: c.ResponseID, RecordID: c.RecordID, Question: c.Question, Number: 1,
		Answer: answerOf(c), BeganAt: t.now, At: t.now, ByID: t.by.Person.ID,
	}
}

// sameRun says whether a text goes on where the last one was.
func sameRun(last, now models.CellText, submitted *time.Time) bool {
	return !last.Whole && !now.Whole && last.ByID == now.ByID &&
		now.At.Sub(last.BeganAt) < oneEvent &&
		(submitted == nil || submitted.Before(last.BeganAt))
}

// same says whether a cell says just that already.
func same(c models.Cell, a forms.Answer) bool {
	return c.Version > 0 && reflect.DeepEqual(answerOf(c), a)
}
