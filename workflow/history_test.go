package workflow

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"ahq/forms"
	"ahq/models"
	"ahq/models/modelstest"
)

// deeds are what people may try at any moment, sensible or not, and whose it is
// to do it. n is any number.
var deeds = []struct {
	name string
	by   string
	do   func(w *world, by Actor, a models.AHQ, r models.Response, n int) error
}{
	{"write", "own", func(w *world, by Actor, _ models.AHQ, r models.Response, n int) error {
		_, err := w.SaveCell(w.ctx, by, r.ID, CellSave{Place{"", "policy"}, n % 4, forms.Answer{Text: fmt.Sprint("Answer ", n)}})
		return err
	}},
	{"restore a text", "own", func(w *world, by Actor, _ models.AHQ, r models.Response, n int) error {
		_, err := w.RestoreText(w.ctx, by, r.ID, TextRestore{Place{"", "policy"}, n%3 + 1, n % 5})
		return err
	}},
	{"write all", "own", func(w *world, by Actor, _ models.AHQ, r models.Response, n int) error {
		_, err := w.SaveContent(w.ctx, by, r.ID, "", forms.Content{Questionnaire: "world", Answers: map[string]forms.Answer{"policy": {Text: fmt.Sprint("All ", n)}}})
		return err
	}},
	{"add a record", "own", func(w *world, by Actor, _ models.AHQ, r models.Response, _ int) error {
		_, err := w.AddRecord(w.ctx, by, r.ID, "origin")
		return err
	}},
	{"delete a record", "own", func(w *world, by Actor, _ models.AHQ, r models.Response, n int) error {
		return w.DeleteRecord(w.ctx, by, r.ID, fmt.Sprint("r", n%3+1))
	}},
	{"submit", "own", func(w *world, by Actor, _ models.AHQ, r models.Response, n int) error {
		_, err := w.Submit(w.ctx, by, r.ID, []models.Wider{models.WiderYes, models.WiderNo, models.WiderUnset}[n%3])
		return err
	}},
	{"withdraw", "own", func(w *world, by Actor, _ models.AHQ, r models.Response, _ int) error {
		_, err := w.Withdraw(w.ctx, by, r.ID)
		return err
	}},
	{"return", "NO coordinator", func(w *world, by Actor, _ models.AHQ, r models.Response, n int) error {
		_, err := w.Return(w.ctx, by, r.ID, "Look again.", []Place{{"", "policy"}}[:n%2])
		return err
	}},
	{"amend", "own", func(w *world, by Actor, _ models.AHQ, r models.Response, _ int) error {
		_, err := w.Amend(w.ctx, by, r.ID, "A figure.")
		return err
	}},
	{"decline", "own", func(w *world, by Actor, _ models.AHQ, r models.Response, _ int) error {
		_, err := w.Decline(w.ctx, by, r.ID, "Nothing.")
		return err
	}},
	{"enter for", "NO coordinator", func(w *world, by Actor, _ models.AHQ, r models.Response, _ int) error {
		_, err := w.EnterFor(w.ctx, by, r.ID)
		return err
	}},
	{"take over", "own", func(w *world, by Actor, _ models.AHQ, r models.Response, _ int) error {
		_, err := w.TakeOver(w.ctx, by, r.ID)
		return err
	}},
	{"compile", "NO coordinator", func(w *world, by Actor, a models.AHQ, _ models.Response, n int) error {
		_, err := w.Compile(w.ctx, by, a.ID, []models.Audience{models.Internal, models.Public}[n%2], []string{"", "soon"}[n/2%2])
		return err
	}},
	{"close", "NO coordinator", func(w *world, by Actor, a models.AHQ, _ models.Response, _ int) error {
		_, err := w.Close(w.ctx, by, a.ID)
		return err
	}},
	{"reopen", "NO coordinator", func(w *world, by Actor, a models.AHQ, _ models.Response, _ int) error {
		_, err := w.Reopen(w.ctx, by, a.ID)
		return err
	}},
	{"extend", "NO coordinator", func(w *world, by Actor, a models.AHQ, r models.Response, n int) error {
		_, err := w.Extend(w.ctx, by, a.ID, Day(w.Now().AddDate(0, 0, n%40)), []string{"", r.NCP}[n%2])
		return err
	}},
	{"shorten", "NO coordinator", func(w *world, by Actor, a models.AHQ, r models.Response, n int) error {
		_, err := w.Shorten(w.ctx, by, a.ID, Day(w.Now().AddDate(0, 0, n%40)), []string{"", r.NCP}[n%2])
		return err
	}},
	{"cancel", "NO coordinator", func(w *world, by Actor, a models.AHQ, _ models.Response, n int) error {
		if n%5 > 0 { // rarely, since nothing comes after it
			return nil
		}
		_, err := w.Cancel(w.ctx, by, a.ID, "Enough.")
		return err
	}},
}

// Whatever people try, also two at once, the tables of moves hold, only those
// act who may, and the history says how it came to be as it is.
func TestNothingHappensThatTheTablesForbid(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		all := newWorld(t, store)
		names := []string{"NO coordinator", "BE coordinator", "BE contributor", "AT coordinator", "AT reader", "compiler"}
		rapid.Check(t, func(rt *rapid.T) {
			w := all.in(t)
			a := w.issued()
			w.answered(a, "BE")
			try := rapid.Custom(func(rt *rapid.T) func() {
				deed := rapid.SampledFrom(deeds).Draw(rt, "deed")
				ncp := rapid.SampledFrom([]string{"BE", "AT"}).Draw(rt, "response")
				name := rapid.SampledFrom(slices.Concat(names, []string{deed.by, deed.by, deed.by, deed.by, deed.by, deed.by})).Draw(rt, "by")
				by, r := w.as(strings.Replace(name, "own", ncp+" coordinator", 1)), w.of(a, ncp)
				n := rapid.IntRange(0, 999).Draw(rt, "n")
				return func() {
					if err := deed.do(w, by, a, r, n); !foreseen(err) {
						t.Errorf("%s tries to %s: %v", by.Person.Name, deed.name, err)
					}
				}
			})
			for range rapid.IntRange(1, 15).Draw(rt, "rounds") {
				w.clock.pass(time.Duration(rapid.IntRange(0, 5*24).Draw(rt, "hours")) * time.Hour)
				var together sync.WaitGroup
				for _, do := range rapid.SliceOfN(try, 1, 3).Draw(rt, "together") {
					together.Go(do)
				}
				together.Wait()
			}
			w.replays(rt, a)
		})
	})
}

// foreseen errors are those that people are meant to see.
func foreseen(err error) bool {
	if _, ok := errors.AsType[*Refusal](err); ok {
		return true
	}
	if _, ok := errors.AsType[*Invalid](err); ok {
		return true
	}
	if _, ok := errors.AsType[*Shortening](err); ok {
		return true
	}
	if _, ok := errors.AsType[forms.Problems](err); ok {
		return true
	}
	return err == nil || errors.Is(err, ErrForbidden) || errors.Is(err, models.ErrNotFound) || errors.Is(err, models.ErrStale)
}

// replays holds the history of an AHQ and its responses against the tables, and
// against what is.
func (w *world) replays(t rapid.TB, a models.AHQ) {
	t.Helper()
	a, err := w.Store.AHQ(w.ctx, everything, a.ID)
	w.must(err)
	state := models.AHQDraft
	for _, e := range w.history(t, string(a.ID)) {
		state = replayed(t, ahqMoves, state, e)
	}
	if state != a.State {
		t.Errorf("the history of the AHQ leads to %s, it is %s", state, a.State)
	}
	responses, err := w.Store.Responses(w.ctx, everything, a.ID)
	w.must(err)
	for _, r := range responses {
		w.replaysResponse(t, a, r)
	}
}

func (w *world) replaysResponse(t rapid.TB, a models.AHQ, r models.Response) {
	t.Helper()
	was := models.Response{NCP: r.NCP, State: models.Draft}
	for _, e := range w.history(t, string(r.ID))[1:] { // without the issue
		w.allowed(t, a, was, e)
		was.State = replayed(t, moves, was.State, e)
		marks[Act(e.Act)](&was, e)
	}
	if got, want := described(r), described(was); got != want {
		t.Errorf("the history of %s leads to %q, it is %q", r.NCP, want, got)
	}
	versions, err := w.Store.Versions(w.ctx, everything, r.ID)
	w.must(err)
	for i, v := range versions {
		if hash, err := seal(reference(a), v); err != nil || hash != v.Hash || v.Number != i+1 {
			t.Errorf("version %d of %s is not as it was delivered (%v)", v.Number, r.NCP, err)
		}
	}
	texts, err := w.Store.CellTexts(w.ctx, everything, r.ID, "", "policy")
	w.must(err)
	if c, err := w.Store.Cell(w.ctx, everything, r.ID, "", "policy"); len(texts) > 0 && (err != nil || c.Text != texts[0].Answer.Text) {
		t.Errorf("the last text of %s is %q, the cell says %q (%v)", r.NCP, texts[0].Answer.Text, c.Text, err)
	}
}

// marks are what each event leaves on a response.
var marks = map[Act]func(*models.Response, models.Event){
	saved: nothing, added: nothing, deleted: nothing, restored: nothing, Compile: nothing,
	Submit: func(r *models.Response, e models.Event) {
		*r = models.Response{NCP: r.NCP, State: r.State, Entered: r.Entered, InForce: e.Data.Number, Late: e.Data.Late}
	},
	Withdraw: func(r *models.Response, _ models.Event) { r.InForce, r.Late = 0, false },
	Return:   func(r *models.Response, e models.Event) { r.ReturnedAt = &e.At },
	Amend:    func(r *models.Response, e models.Event) { r.AmendedWhy = e.Data.Why },
	Decline:  func(r *models.Response, e models.Event) { r.DeclinedAt = &e.At },
	resumed:  func(r *models.Response, _ models.Event) { r.DeclinedAt = nil },
	EnterFor: func(r *models.Response, _ models.Event) { r.Entered, r.DeclinedAt = true, nil },
	TakeOver: func(r *models.Response, _ models.Event) { r.Entered = false },
}

func nothing(*models.Response, models.Event) {}

// history is a chain of events that nobody has touched.
func (w *world) history(t rapid.TB, chain string) []models.Event {
	t.Helper()
	events, err := w.Store.Events(w.ctx, everything, chain)
	w.must(err)
	if err := models.VerifyChain(events); err != nil {
		t.Error(err)
	}
	return events
}

// replayed is where an event leads, by the table or nowhere.
func replayed[S ~string](t rapid.TB, table []move[S], from S, e models.Event) S {
	t.Helper()
	to := S(e.Data.State)
	if to == "" {
		return from
	}
	moves := slices.ContainsFunc(table, func(m move[S]) bool { return string(m.act) == e.Act })
	if moves && !slices.ContainsFunc(table, func(m move[S]) bool { return string(m.act) == e.Act && m.from == from && m.to == to }) || !moves && from != to {
		t.Errorf("%s led from %s to %s: no table says so", e.Act, from, to)
	}
	return to
}

// allowed compares who did something with who may.
func (w *world) allowed(t rapid.TB, a models.AHQ, was models.Response, e models.Event) {
	t.Helper()
	act := Act(e.Act)
	if _, listed := mayAct[act]; !listed {
		act = Edit // what happens to a draft between moves
		if was.State != models.Draft {
			t.Errorf("%s landed on the response of %s when it was %s", e.Act, was.NCP, was.State)
		}
	}
	by, err := w.Actor(w.ctx, e.ByID)
	w.must(err)
	if parts := by.PartsIn(a, was); !May(act, parts) {
		t.Errorf("%s did %s on the response of %s, as %v", by.Person.Name, e.Act, was.NCP, parts)
	}
}
