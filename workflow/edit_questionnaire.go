package workflow

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"github.com/go-json-experiment/json"

	"ahq/forms"
	"ahq/models"
)

// A PartHash is what a page showed of a part of a questionnaire; "" that it is a
// new one. Only who changes the same part can come too late.
type PartHash string

// HashOf a question, a table or a title.
func HashOf(part any) PartHash {
	text, err := json.Marshal(part, json.Deterministic(true))
	if err != nil {
		return "" // a text that is not UTF-8 is kept nowhere
	}
	sum := sha256.Sum256(text)
	return PartHash(hex.EncodeToString(sum[:]))
}

// HashOfPart is that of a question, or of a table with all its rows, if it is there.
func HashOfPart(q forms.Questionnaire, part string) (PartHash, bool) {
	if l, at, found := q.Find(part); found {
		return HashOf(q.In(l)[at]), true
	}
	t, found := q.TableOf(part)
	return HashOf(t), found
}

// NameQuestionnaire says what a draft's questionnaire is called.
func (w *Workflow) NameQuestionnaire(ctx context.Context, by Actor, id models.AHQID, title string, shown PartHash) error {
	_, err := w.edit(ctx, by, id, given{id, "title", title, shown}, func(q *forms.Questionnaire) (_ string, err error) {
		if shown != HashOf(q.Title) {
			return "", models.ErrStale
		}
		q.Title, err = keptWords("/title", title)
		return "", err
	})
	return err
}

// MovePart moves a question or a table of a draft by so many places.
func (w *Workflow) MovePart(ctx context.Context, by Actor, id models.AHQID, part string, places int) error {
	_, err := w.edit(ctx, by, id, given{id, "move", part, places}, func(q *forms.Questionnaire) (string, error) {
		if !q.Move(part, places) {
			return "", models.ErrNotFound
		}
		return "", nil
	})
	return err
}

// RemovePart takes a question, or a table with its rows, out of a draft. What waits for
// it says so until somebody decides. What somebody wrote in it meanwhile stays.
func (w *Workflow) RemovePart(ctx context.Context, by Actor, id models.AHQID, part string, shown PartHash) error {
	_, err := w.edit(ctx, by, id, given{id, "remove", part, shown}, func(q *forms.Questionnaire) (string, error) {
		err := unchanged(*q, part, shown)
		if err == nil {
			q.Remove(part)
		}
		return "", err
	})
	return err
}

// edit changes a part of what a draft asks, and says which. Changed, it is a
// questionnaire of its own.
func (w *Workflow) edit(ctx context.Context, by Actor, id models.AHQID, what given, do func(*forms.Questionnaire) (string, error)) (string, error) {
	return perform(ctx, w, by, EditAHQ, what, func(t *turn) (string, error) {
		a, err := t.lockAHQ(ctx, id, EditAHQ)
		if err != nil {
			return "", err
		}
		if a.State, err = next(ahqMoves, a.State, EditAHQ); err != nil {
			return "", err
		}
		a.Questionnaire = a.Questionnaire.Clone()
		part, err := do(&a.Questionnaire)
		if err != nil {
			return "", err
		}
		a.Questionnaire.ID = ownID(a.ID)
		if err := checkQuestionnaire(a.Questionnaire); err != nil {
			return "", err
		}
		return part, t.saveEdit(ctx, &a)
	})
}

// saveEdit saves a draft. What one person writes of it within ten minutes is one
// event.
func (t *turn) saveEdit(ctx context.Context, a *models.AHQ) error {
	last, err := t.LastEvent(ctx, t.by.Scope(), string(a.ID))
	if err != nil {
		return err // it begins with an event
	}
	if last.Act != string(EditAHQ) || last.ByID != t.by.Person.ID || t.now.Sub(last.At) >= oneEvent {
		return t.moveAHQ(ctx, a, EditAHQ, models.EventData{})
	}
	t.announce(models.Notice{Act: string(EditAHQ), Chain: string(a.ID)})
	return t.SaveAHQ(ctx, a)
}

// ownID is that of a questionnaire which is no other's any more.
func ownID(id models.AHQID) string { return "own-" + string(id[:12]) }

// Blank is a questionnaire that asks nothing yet.
func Blank(title string) forms.Questionnaire {
	return forms.Questionnaire{ID: "own", Title: title}
}

// keptWords are those of a questionnaire, as they are kept: without the space around them.
func keptWords(pointer, text string) (string, error) {
	if len(text) > longestWords {
		return "", invalid(pointer, "this is too long: %d characters at most", longestWords)
	}
	return normal(pointer, strings.TrimSpace(text))
}
