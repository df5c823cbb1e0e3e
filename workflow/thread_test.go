package workflow

import (
	"slices"
	"strings"
	"testing"

	"ahq/models"
	"ahq/models/modelstest"
	"ahq/workflow/document"
)

// begun is a world in which Norway asks about Belgium's policy.
func begun(t *testing.T, w *world) (models.AHQ, models.Thread) {
	t.Helper()
	a := w.issued()
	w.submitted(a, "BE", models.WiderYes)
	thread, err := w.StartThread(w.ctx, w.as("NO coordinator"), w.of(a, "BE").ID, Place{"", "policy"}, "Since when?")
	w.must(err)
	return a, thread
}

func TestWhoMaySpeakInAThread(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a, _ := begun(t, w)
		_, err := w.NameCompilers(w.ctx, w.as("NO coordinator"), a.ID, []models.PersonID{w.people["compiler"]})
		w.must(err)
		for part, name := range parts {
			want := "not found"
			switch part {
			case "requester", "compiler", "own-coordinator", "own-contributor":
				want = "may"
			case "own-reader":
				want = "found, and may not"
			}
			thread, err := w.StartThread(w.ctx, w.as("NO coordinator"), w.of(a, "BE").ID, Place{"", "policy"}, "Since when?")
			w.must(err)
			_, said := w.Say(w.ctx, w.as(name), thread.ID, "")
			if got := verdict(said); got != want {
				t.Errorf("the %s says something: %s, want %s", part, got, want)
			}
			_, settled := w.Settle(w.ctx, w.as(name), thread.ID)
			if got := verdict(settled); got != want {
				t.Errorf("the %s settles it: %s, want %s", part, got, want)
			}
		}
	})
}

func TestAThreadIsClosedByBoth(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		_, thread := begun(t, w)
		say := func(name, text string) error { _, err := w.Say(w.ctx, w.as(name), thread.ID, text); return err }
		settle := func(name string) error { _, err := w.Settle(w.ctx, w.as(name), thread.ID); return err }
		for _, s := range []struct {
			what   string
			do     func() error
			wrong  string
			closed bool
		}{
			{"the NCP answers", func() error { return say("BE contributor", "Since 2015.") }, "", false},
			{"with nothing", func() error { return say("BE contributor", " ") }, "write something here", false},
			{"it says that it is settled", func() error { return settle("BE coordinator") }, "", false},
			{"twice is once", func() error { return settle("BE contributor") }, "", false},
			{"but there is more to ask", func() error { return say("NO coordinator", "And before?") }, "", false},
			{"the requester settles it", func() error { return settle("NO coordinator") }, "", false},
			{"and the NCP, anew", func() error { return settle("BE contributor") }, "", true},
			{"then nothing more is said", func() error { return say("BE contributor", "One more thing.") }, "both sides have settled this", true},
		} {
			err := s.do()
			if s.wrong == "" && err != nil || s.wrong != "" && (err == nil || !strings.Contains(err.Error(), s.wrong)) {
				t.Errorf("%s: %v, want %q", s.what, err, s.wrong)
			}
			now, err := store.Thread(w.ctx, models.Scope{Unlimited: true}, thread.ID)
			w.must(err)
			if now.Closed() != s.closed {
				t.Errorf("%s: closed %v", s.what, now.Closed())
			}
		}
	})
}

func TestOnlyWhatIsDeliveredIsAskedAbout(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.issued()
		ask := func(at Place, text string) error {
			_, err := w.StartThread(w.ctx, w.as("NO coordinator"), w.of(a, "BE").ID, at, text)
			return err
		}
		wrong := func(what string, err error, want string) {
			t.Helper()
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("%s: %v, want %q", what, err, want)
			}
		}
		wrong("a draft", ask(Place{"", "policy"}, "Since when?"), "no version is in force")
		w.submitted(a, "BE", models.WiderYes)
		wrong("no such record", ask(Place{"r99", "title"}, "Since when?"), `no record "r99"`)
		wrong("nothing", ask(Place{"", "policy"}, ""), "write something")
		w.must(ask(Place{"", "policy"}, "Since when?"))
		_, err := w.Cancel(w.ctx, w.as("NO coordinator"), a.ID, "It is not needed.")
		w.must(err)
		wrong("of a cancelled AHQ", ask(Place{"", "policy"}, "And now?"), "it was cancelled")
	})
}

// Nothing more is said about an AHQ that was cancelled; what was asked before does
// not stand open for ever.
func TestOfACancelledAHQNothingMoreIsSaid(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a, thread := begun(t, w)
		_, err := w.Cancel(w.ctx, w.as("NO coordinator"), a.ID, "It is not needed.")
		w.must(err)
		before, err := store.Messages(w.ctx, 100)
		w.must(err)
		if _, err := w.Say(w.ctx, w.as("BE coordinator"), thread.ID, "Since 2015."); err == nil || !strings.Contains(err.Error(), "it was cancelled") {
			t.Errorf("something is said: %v", err)
		}
		after, err := store.Messages(w.ctx, 100)
		if w.must(err); len(after) != len(before) {
			t.Errorf("%d letters are sent", len(after)-len(before))
		}
		for _, name := range []string{"BE coordinator", "NO coordinator"} {
			thread, err = w.Settle(w.ctx, w.as(name), thread.ID)
			w.must(err)
		}
		if !thread.Closed() {
			t.Error("it cannot be settled")
		}
	})
}

func TestAThreadIsTheirsAlone(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a, thread := begun(t, w)
		const canary = "the canary of the thread"
		_, err := w.Say(w.ctx, w.as("BE coordinator"), thread.ID, canary)
		w.must(err)
		letters, err := store.Messages(w.ctx, 100)
		w.must(err)
		for _, m := range letters {
			if strings.Contains(m.Body, canary) && m.ToID != w.people["NO coordinator"] {
				t.Errorf("it is told to %s", m.Address)
			}
		}
		_, err = w.Close(w.ctx, w.as("NO coordinator"), a.ID)
		w.must(err)
		for _, audience := range []models.Audience{models.Internal, models.Public} {
			c, err := w.Compile(w.ctx, w.as("NO coordinator"), a.ID, audience, "")
			w.must(err)
			for _, format := range []document.Format{document.HTML, JSON} {
				var file strings.Builder
				_, err := w.Download(w.ctx, models.Scope{Unlimited: true}, c.ID, Printing{}, format, &file)
				w.must(err)
				if strings.Contains(file.String(), canary) || !strings.Contains(file.String(), "A sample answer of BE") {
					t.Errorf("the %s edition as %s is %q", audience, format, file.String())
				}
			}
		}
		events, err := store.Events(w.ctx, w.as("NO coordinator").Scope(), string(thread.ResponseID))
		w.must(err)
		if !slices.ContainsFunc(events, func(e models.Event) bool { return e.Act == string(Say) && e.Data.Subject == "What is your policy?" }) {
			t.Errorf("the history does not say that something was said: %v", events)
		}
	})
}
