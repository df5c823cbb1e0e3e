package workflow

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"ahq/models"
	"ahq/models/modelstest"
)

// listening lets a workflow hear, and waits until it does.
func listening(t *testing.T, w *Workflow) (stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() { defer close(ended); w.Listen(ctx) }()
	stop = func() { cancel(); <-ended }
	t.Cleanup(stop)
	for limit := time.Now().Add(10 * time.Second); ; time.Sleep(5 * time.Millisecond) {
		one, err := w.WatchEdition(Actor{}, "none")
		if err == nil {
			one.Close()
			return stop
		}
		if time.Now().After(limit) {
			t.Fatal("it does not listen")
		}
	}
}

// hears is the next notice, which must come.
func hears(t *testing.T, w *Watch) models.Notice {
	t.Helper()
	select {
	case n, open := <-w.Notices:
		if !open {
			t.Fatal("the watch has ended")
		}
		return n
	case <-time.After(10 * time.Second):
		t.Fatal("nothing is heard")
	}
	return models.Notice{}
}

func (w *world) watch(who string, r models.Response) *Watch {
	w.t.Helper()
	one, err := w.WatchResponse(w.as(who), r)
	w.must(err)
	w.t.Cleanup(one.Close)
	return one
}

func TestEverybodyHearsWhatIsSavedAndMoved(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.issued()
		listening(t, w.Workflow)
		r := w.of(a, "BE")
		belgian, german := w.watch("BE reader", r), w.watch("DE reader", w.of(a, "DE"))

		w.must(w.write("BE coordinator", r, "", "policy", "one"))
		if n := hears(t, belgian); n.Act != "save" || n.Cell != "policy" || n.Version != 1 || n.Name != "BE coordinator" || n.By == "" || n.At.IsZero() {
			t.Errorf("heard %+v", n)
		}
		w.must(w.write("BE coordinator", r, "", "policy", "one and a half")) // no event of its own
		if n := hears(t, belgian); n.Act != "save" || n.Version != 2 {
			t.Errorf("heard %+v", n)
		}
		w.must(w.write("BE coordinator", r, "", "policy", "one and a half")) // and this is nothing at all
		_, err := w.Submit(w.ctx, w.as("BE coordinator"), r.ID, models.WiderYes)
		w.must(err)
		if n := hears(t, belgian); n.Act != string(Submit) || len(n.Of) != 1 || n.Of[0] != "BE" {
			t.Errorf("heard %+v", n)
		}
		_, err = w.Close(w.ctx, w.as("NO coordinator"), a.ID)
		w.must(err)
		for _, one := range []*Watch{belgian, german} { // the German heard nothing of Belgium's
			if n := hears(t, one); n.Act != string(Close) || n.Chain != string(a.ID) {
				t.Errorf("heard %+v", n)
			}
		}
	})
}

// Two processes share a database: each sees who is at the other, and hears what
// is saved there.
func TestProcessesSeeEachOther(t *testing.T) {
	w := newWorld(t, modelstest.OpenPostgres(t))
	a := w.issued()
	other := w.beside()
	listening(t, w.Workflow)
	listening(t, other)
	r := w.of(a, "BE")
	there, err := other.WatchResponse(w.as("BE reader"), r)
	w.must(err)
	defer there.Close()

	w.must(w.Visit(w.ctx, w.as("BE coordinator"), a, r, Visit{Page: "aaaaaaaa", Place: Place{"", "policy"}}))
	if n := hears(t, there); n.Act != models.Here || n.Cell != "policy" {
		t.Errorf("heard %+v", n)
	}
	if here := other.Visitors(r.ID); len(here) != 1 || here[0].Name != "BE coordinator" {
		t.Errorf("here are %v", here)
	}
	w.must(w.write("BE coordinator", r, "", "policy", "one"))
	if n := hears(t, there); n.Act != "save" || n.Version != 1 {
		t.Errorf("heard %+v", n)
	}
	w.clock.pass(present)
	if here := other.Visitors(r.ID); len(here) > 0 {
		t.Errorf("after 45 seconds of silence here are %v", here)
	}
}

// beside is another process on the same database.
func (w *world) beside() *Workflow {
	return &Workflow{Store: w.Store, Blobs: w.Blobs, Now: w.clock.now, URL: w.URL}
}

func TestOnlyWhoSeesTheDraftIsSeenInIt(t *testing.T) {
	w := newWorld(t, modelstest.Open(t))
	a := w.issued()
	r := w.of(a, "BE")
	listening(t, w.Workflow)
	for _, c := range []struct {
		who  string
		v    Visit
		want string
	}{
		{"BE reader", Visit{Page: "aaaaaaaa"}, ""},
		{"BE reader", Visit{Page: "aaaaaaaa", Place: Place{"r1", "title"}, Called: strings.Repeat("é", 300)}, ""},
		{"BE reader", Visit{Page: "Aaaaaaaa"}, "calls itself"},
		{"BE reader", Visit{Page: "aaaaaaa"}, "calls itself"},
		{"BE reader", Visit{Page: "aaaaaaaa", Place: Place{Record: "x"}}, "no record"},
		{"BE reader", Visit{Page: "aaaaaaaa", Place: Place{Question: "<script>"}}, "no such question"},
		{"DE coordinator", Visit{Page: "aaaaaaaa"}, ErrForbidden.Error()},
		{"NO coordinator", Visit{Page: "aaaaaaaa"}, ErrForbidden.Error()},
	} {
		err := w.Visit(w.ctx, w.as(c.who), a, r, c.v)
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s, %v: %v, want %q", c.who, c.v, err, c.want)
		}
	}
	if here := w.Visitors(r.ID); len(here) != 1 || here[0].Record != "r1" {
		t.Errorf("here are %v", here)
	}
	w.must(w.Visit(w.ctx, w.as("BE reader"), a, r, Visit{Page: "aaaaaaaa", Gone: true}))
	if here := w.Visitors(r.ID); len(here) > 0 {
		t.Errorf("after closing the page here are %v", here)
	}
}

func TestWatchesEnd(t *testing.T) {
	w := newWorld(t, modelstest.Open(t))
	a := w.issued()
	r := w.of(a, "BE")
	if _, err := w.WatchResponse(w.as("BE reader"), r); !errors.Is(err, ErrUnwatchable) {
		t.Errorf("before anybody listens: %v", err)
	}
	stop := listening(t, w.Workflow)
	slow, quick := w.watch("BE reader", r), w.watch("BE reader", r)
	for range behindBy + 1 {
		w.lobby.hear(models.Notice{Act: "save", Chain: string(r.ID)}, noon)
		hears(t, quick)
	}
	for range behindBy {
		hears(t, slow)
	}
	if _, open := <-slow.Notices; open {
		t.Error("who is too slow is not let go")
	}
	for range mostOfOne - 1 {
		w.watch("BE reader", r)
	}
	if _, err := w.WatchResponse(w.as("BE reader"), r); !errors.Is(err, ErrUnwatchable) {
		t.Errorf("the 21st watch of one person: %v", err)
	}
	w.watch("BE coordinator", r)
	w.lobby.begin()
	if n := hears(t, quick); n.Act != Missed {
		t.Errorf("after the database was away: %v", n)
	}
	stop()
	if _, open := <-quick.Notices; open || len(w.lobby.watches) > 0 {
		t.Error("a watch goes on when nobody listens")
	}
}
