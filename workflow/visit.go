package workflow

import (
	"context"
	"regexp"
	"time"
	"unicode/utf8"

	"ahq/models"
)

// A Visit is where in a response an open page is.
type Visit struct {
	Page   string // how the page calls itself
	Place         // the cell that has the attention; without a question the page as a whole
	Called string // what the record is called
	Gone   bool   // the page was closed
}

// Letters and digits that a page calls itself by, and the id of a question.
var (
	pageID     = regexp.MustCompile(`^[0-9a-z]{8,32}$`)
	questionID = regexp.MustCompile(`^[0-9A-Za-z_.-]{0,80}$`)
)

// Visit tells the others who have the response open where somebody is.
func (w *Workflow) Visit(ctx context.Context, by Actor, a models.AHQ, r models.Response, v Visit) error {
	if err := by.may(SeeDraft, by.PartsIn(a, r)); err != nil {
		return err
	}
	if err := v.check(); err != nil {
		return err
	}
	n := by.notice(models.Notice{
		Act: models.Here, Chain: string(r.ID), Record: v.Record, Cell: v.Question, Called: cut(v.Called), Page: v.Page,
	})
	if v.Gone {
		n.Act = models.Gone
	}
	if w.lobby.said(n, w.Now()) {
		return nil
	}
	return w.Store.Tell(ctx, n)
}

func (v Visit) check() error {
	switch {
	case !pageID.MatchString(v.Page):
		return invalid("/page", "a page calls itself by 8 to 32 small letters and digits")
	case v.Record != "" && recordNumber(v.Record) == 0:
		return invalid("/record", "%q is no record: name one like r7", v.Record)
	case !questionID.MatchString(v.Question):
		return invalid("/cell", "there is no such question here")
	default:
		return nil
	}
}

// Visitors are the open pages of a response, by the names of who has them open.
func (w *Workflow) Visitors(id models.ResponseID) []models.Notice {
	w.lobby.mu.Lock()
	defer w.lobby.mu.Unlock()
	return w.lobby.presence.in(id, w.Now())
}

func (l *lobby) said(n models.Notice, now time.Time) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.presence.said(n, now)
}

// notice is one with who is behind it.
func (a Actor) notice(n models.Notice) models.Notice {
	n.By, n.Name = a.Person.ID, cut(a.Person.Name)
	n.Of = a.NCPs(models.Coordinator, models.Contributor, models.Reader)
	return n
}

// announce tells what a turn did, when it is done.
func (t *turn) announce(n models.Notice) {
	n.At = t.now
	t.Tell(t.by.notice(n))
}

// cut is as much of a name as a notice carries.
func cut(name string) string {
	if len(name) <= longestCalled {
		return name
	}
	end := longestCalled
	for !utf8.RuneStart(name[end]) {
		end--
	}
	return name[:end] + "…"
}
