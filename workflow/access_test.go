package workflow

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ahq/models"
	"ahq/models/modelstest"
)

// Each row: an act, and each person for whom it does not end in "not found" or
// "you may not", on Norway's AHQ and Belgium's response. "-" did not see it at
// all; everybody else sees it and may not.
var whoMay = []struct {
	act  Act
	may  string
	sees string // who may not, but is told so
	do   func(w *world, by Actor, a models.AHQ, r models.Response) error
}{
	{Extend, "requester", "compiler own other administrator-with-NCP", func(w *world, by Actor, a models.AHQ, _ models.Response) error {
		_, err := w.Extend(w.ctx, by, a.ID, "yesterday", "")
		return err
	}},
	{Correct, "requester", "compiler own other", func(w *world, by Actor, a models.AHQ, _ models.Response) error {
		_, err := w.Correct(w.ctx, by, a.ID, models.Wording{}, "")
		return err
	}},
	{Close, "requester compiler", "own other", func(w *world, by Actor, a models.AHQ, _ models.Response) error {
		_, err := w.Close(w.ctx, by, a.ID)
		return err
	}},
	{CloseOn, "requester", "compiler own other", func(w *world, by Actor, a models.AHQ, _ models.Response) error {
		_, err := w.CloseOn(w.ctx, by, a.ID, "yesterday")
		return err
	}},
	{Reopen, "requester", "compiler own other", func(w *world, by Actor, a models.AHQ, _ models.Response) error {
		_, err := w.Reopen(w.ctx, by, a.ID)
		return err
	}},
	{Cancel, "requester", "compiler own other", func(w *world, by Actor, a models.AHQ, _ models.Response) error {
		_, err := w.Cancel(w.ctx, by, a.ID, "")
		return err
	}},
	{Remind, "requester", "compiler own other", func(w *world, by Actor, a models.AHQ, _ models.Response) error {
		_, err := w.Remind(w.ctx, by, a.ID, "HR", "")
		return err
	}},
	{SkipReminder, "requester", "compiler own other", func(w *world, by Actor, a models.AHQ, _ models.Response) error {
		return w.SkipReminder(w.ctx, by, a.ID, "", "never", "")
	}},
	{PauseChase, "requester", "compiler own other", func(w *world, by Actor, a models.AHQ, _ models.Response) error {
		return w.PauseChase(w.ctx, by, a.ID, "HR", "")
	}},
	{GoOn, "requester", "compiler own other", func(w *world, by Actor, a models.AHQ, _ models.Response) error {
		return w.GoOn(w.ctx, by, a.ID, "HR")
	}},
	{SetLadder, "requester", "compiler own other", func(w *world, by Actor, a models.AHQ, _ models.Response) error {
		_, err := w.SetLadder(w.ctx, by, a.ID, &models.Ladder{})
		return err
	}},
	{Expect, "own-coordinator own-contributor", "requester compiler own-reader", func(w *world, by Actor, _ models.AHQ, r models.Response) error {
		_, err := w.Expect(w.ctx, by, r.ID, "yesterday", "")
		return err
	}},
	{NameCompilers, "requester", "compiler own other", func(w *world, by Actor, a models.AHQ, _ models.Response) error {
		_, err := w.NameCompilers(w.ctx, by, a.ID, a.Compilers)
		return err
	}},
	{LinkAHQ, "requester", "compiler own other", func(w *world, by Actor, a models.AHQ, _ models.Response) error {
		_, err := w.LinkAHQ(w.ctx, by, a.ID, "1999.1", models.LinkPartOf)
		return err
	}},
	{UnlinkAHQ, "requester", "compiler own other", func(w *world, by Actor, a models.AHQ, _ models.Response) error {
		return w.UnlinkAHQ(w.ctx, by, a.ID, a.ID)
	}},
	{SayWhyNew, "requester", "compiler own other", func(w *world, by Actor, a models.AHQ, _ models.Response) error {
		_, err := w.SayWhyNew(w.ctx, by, a.ID, "")
		return err
	}},
	{AttachToAHQ, "requester", "compiler own other", func(w *world, by Actor, a models.AHQ, _ models.Response) error {
		_, err := w.Attach(w.ctx, by, a.ID, File{Name: "a.txt", Body: strings.NewReader("a")})
		return err
	}},
	{Compile, "compiler", "requester own other", func(w *world, by Actor, a models.AHQ, _ models.Response) error {
		_, err := w.Compile(w.ctx, by, a.ID, models.Internal, "")
		return err
	}},
	{Ask, "own-coordinator own-contributor", "requester compiler own-reader other", func(w *world, by Actor, a models.AHQ, _ models.Response) error {
		_, err := w.Ask(w.ctx, by, a.ID, "BE", "")
		return err
	}},
	{Respond, "own-coordinator", "requester compiler own-contributor own-reader other", func(w *world, by Actor, a models.AHQ, _ models.Response) error {
		_, err := w.Respond(w.ctx, by, a.ID, "BE")
		return err
	}},
	{Edit, "own-coordinator own-contributor", "requester compiler own-reader", func(w *world, by Actor, _ models.AHQ, r models.Response) error {
		_, err := w.SaveCell(w.ctx, by, r.ID, CellSave{})
		return err
	}},
	{Submit, "own-coordinator", "requester compiler own-contributor own-reader", func(w *world, by Actor, _ models.AHQ, r models.Response) error {
		_, err := w.Submit(w.ctx, by, r.ID, models.WiderUnset)
		return err
	}},
	{Withdraw, "own-coordinator", "requester compiler own-contributor own-reader", func(w *world, by Actor, _ models.AHQ, r models.Response) error {
		_, err := w.Withdraw(w.ctx, by, r.ID)
		return err
	}},
	{Return, "requester compiler", "own", func(w *world, by Actor, _ models.AHQ, r models.Response) error {
		_, err := w.Return(w.ctx, by, r.ID, "", nil)
		return err
	}},
	{StartThread, "requester compiler", "own", func(w *world, by Actor, _ models.AHQ, r models.Response) error {
		_, err := w.StartThread(w.ctx, by, r.ID, Place{}, "")
		return err
	}},
	{Amend, "own-coordinator", "requester compiler own-contributor own-reader", func(w *world, by Actor, _ models.AHQ, r models.Response) error {
		_, err := w.Amend(w.ctx, by, r.ID, "")
		return err
	}},
	{Decline, "own-coordinator", "requester compiler own-contributor own-reader", func(w *world, by Actor, _ models.AHQ, r models.Response) error {
		_, err := w.Decline(w.ctx, by, r.ID, "")
		return err
	}},
	{EnterFor, "requester", "compiler own", func(w *world, by Actor, _ models.AHQ, r models.Response) error {
		_, err := w.EnterFor(w.ctx, by, r.ID)
		return err
	}},
	{TakeOver, "own-coordinator", "requester compiler own-contributor own-reader", func(w *world, by Actor, _ models.AHQ, r models.Response) error {
		_, err := w.TakeOver(w.ctx, by, r.ID)
		return err
	}},
	{ManagePeople, "administrator", "requester compiler own other nobody", func(w *world, by Actor, _ models.AHQ, _ models.Response) error {
		_, _, err := w.Invite(w.ctx, by, NewPerson{})
		return err
	}},
	{ManageParticipants, "administrator", "requester compiler own other nobody", func(w *world, by Actor, _ models.AHQ, _ models.Response) error {
		return w.SaveNCP(w.ctx, by, models.NCP{})
	}},
	{ManageSettings, "administrator", "requester compiler own other nobody", func(w *world, by Actor, _ models.AHQ, _ models.Response) error {
		return w.SetSetting(w.ctx, by, "prefix", "\x00")
	}},
}

// parts are the people of the table, by what they are to the AHQ and to
// Belgium's response.
var parts = map[string]string{
	"requester": "NO coordinator", "requester-contributor": "NO contributor", "compiler": "compiler",
	"own-coordinator": "BE coordinator", "own-contributor": "BE contributor", "own-reader": "BE reader",
	"other-coordinator": "AT coordinator", "other-contributor": "AT contributor", "other-reader": "AT reader",
	"administrator": "administrator", "nobody": "nobody",
}

func TestWhoMay(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		all := newWorld(t, store)
		for _, row := range whoMay {
			a := all.in(t).issued()
			a, err := all.NameCompilers(all.ctx, all.as("NO coordinator"), a.ID, []models.PersonID{all.people["compiler"]})
			all.must(err)
			for part, name := range parts {
				t.Run(string(row.act)+" by "+part, func(t *testing.T) {
					w := all.in(t)
					err := row.do(w, w.as(name), a, w.of(a, "BE"))
					want := "found, and may not"
					switch {
					case listed(row.may, part):
						want = "may"
					case !listed(row.sees, part) && part != "requester-contributor", part == "requester-contributor" && !listed(row.sees, "other"):
						want = "not found"
					}
					if got := verdict(err); got != want {
						t.Errorf("%s; want %s (%v)", got, want, err)
					}
				})
			}
		}
	})
}

// listed says whether a part is in a list, itself or by its kind ("own").
func listed(list, part string) bool {
	kind, _, _ := strings.Cut(part, "-")
	names := strings.Fields(list)
	return slices.Contains(names, part) || kind != "requester" && slices.Contains(names, kind)
}

func verdict(err error) string {
	switch {
	case errors.Is(err, models.ErrNotFound):
		return "not found"
	case errors.Is(err, ErrForbidden):
		return "found, and may not"
	default:
		return "may"
	}
}

// What somebody may do is judged by what they are now, not by what they were
// when they signed in.
func TestPartsAreReadAgain(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.issued()
		before := w.as("BE coordinator")
		w.must(w.SetMemberships(w.ctx, w.as("administrator"), before.Person.ID, []models.Membership{{NCP: "BE", Role: models.Reader}}))
		_, err := w.Submit(w.ctx, before, w.of(a, "BE").ID, models.WiderYes)
		if !errors.Is(err, ErrForbidden) {
			t.Errorf("a coordinator who is none any more submits: %v", err)
		}
		contributor := w.as("BE contributor")
		w.must(w.Block(w.ctx, w.as("administrator"), contributor.Person.ID, true))
		_, err = w.AddRecord(w.ctx, contributor, w.of(a, "BE").ID, "origin")
		if !errors.Is(err, ErrForbidden) {
			t.Errorf("somebody who is blocked adds a record: %v", err)
		}
		if _, err := w.Close(w.ctx, Actor{}, a.ID); !errors.Is(err, ErrForbidden) {
			t.Errorf("the public closes an AHQ: %v", err)
		}
	})
}

// ahq itself is a person that nobody can be.
func TestNobodySignsInAsAhqItself(t *testing.T) {
	t.Parallel()
	w := newWorld(t, modelstest.Open(t))
	a, err := w.Actor(w.ctx, ourselves)
	w.must(err)
	if a.itself || a.Scope().Unlimited || a.Person.BlockedAt == nil {
		t.Errorf("read from the database it is %+v", a)
	}
	_, err = w.SignIn(w.ctx, "ahq", "")
	w.expect(err, "not right")
	w.expect(w.Block(w.ctx, w.as("administrator"), ourselves, false), "not found")
}

func TestHandlersNeverActAsAhqItself(t *testing.T) {
	err := filepath.WalkDir("../handlers", func(path string, d os.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return err
		}
		source, err := os.ReadFile(path)
		if strings.Contains(string(source), "Itself(") {
			t.Errorf("%s acts as ahq itself: nothing that arrives over HTTP may", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
