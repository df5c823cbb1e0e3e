package handlers

import (
	"bufio"
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/go-json-experiment/json"

	"ahq/models"
	"ahq/workflow"
)

// A lively world hears what happens in it, and tells it open pages quickly.
type lively struct {
	*world
	later atomic.Int64 // how far the clock went on
	stop  func()
}

func live(t *testing.T, w *world) *lively {
	t.Helper()
	l := &lively{world: w}
	began := w.clock
	w.flow.Now = func() time.Time { return began.Add(time.Duration(l.later.Load())) }
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() { defer close(ended); w.flow.Listen(ctx) }()
	l.stop = func() { cancel(); <-ended }
	t.Cleanup(l.stop)
	for limit := time.Now().Add(10 * time.Second); ; time.Sleep(5 * time.Millisecond) {
		if watch, err := w.flow.WatchEdition(workflow.Actor{}, "none"); err == nil {
			watch.Close()
			break
		}
		if time.Now().After(limit) {
			t.Fatal("nobody listens")
		}
	}
	w.serve(Config{Log: slog.New(slog.DiscardHandler), Beat: 60 * time.Millisecond})
	return l
}

// A heard event, as a page gets it.
type heard struct {
	Name string
	Data map[string]any
}

func (h heard) text(name string) string { s, _ := h.Data[name].(string); return s }

func (h heard) of(name, key string) string {
	m, _ := h.Data[name].(map[string]any)
	s, _ := m[key].(string)
	return s
}

// An openLine is a page that listens.
type openLine struct {
	t      *testing.T
	events chan heard
	beats  chan struct{}
	header http.Header
}

// listens opens a line as a page of somebody's does.
func (w *world) listens(t *testing.T, who, address string) openLine {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	t.Cleanup(cancel)
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, w.server.URL+address, nil)
	w.must(err)
	answer, err := w.as(who).client.Do(r)
	w.must(err)
	if answer.StatusCode != http.StatusOK {
		body, _ := io.ReadAll(answer.Body)
		t.Fatalf("%s at %s: %d\n%s", who, address, answer.StatusCode, words(string(body)))
	}
	l := openLine{t, make(chan heard, 100), make(chan struct{}, 1000), answer.Header}
	go l.read(answer.Body)
	return l
}

func (l openLine) read(from io.ReadCloser) {
	defer close(l.events)
	defer from.Close() //nolint:errcheck // it was only read
	var h heard
	for lines := bufio.NewScanner(from); lines.Scan(); {
		name, value, _ := strings.Cut(lines.Text(), ":")
		switch name {
		case "event":
			h.Name = value
		case "data":
			_ = json.Unmarshal([]byte(value), &h.Data) // the test says what it misses
		case "":
			if h.Name != "" {
				l.events <- h
			} else {
				l.beats <- struct{}{}
			}
			h = heard{}
		}
	}
}

// next is the next event of a name, which must come.
func (l openLine) next(name string) heard {
	l.t.Helper()
	for limit := time.After(10 * time.Second); ; {
		select {
		case h, open := <-l.events:
			if !open {
				l.t.Fatalf("the line ended, and %q was not heard", name)
			}
			if h.Name == name {
				return h
			}
		case <-limit:
			l.t.Fatalf("%q is not heard", name)
		}
	}
}

// ends waits until the line does.
func (l openLine) ends() {
	l.t.Helper()
	for limit := time.After(10 * time.Second); ; {
		select {
		case _, open := <-l.events:
			if !open {
				return
			}
		case <-limit:
			l.t.Fatal("the line does not end")
		}
	}
}

func TestPagesHearWhoIsHereAndWhatIsSaved(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		record := w.complete()
		l := live(t, w)
		b := w.listens(t, "the Belgian reader", w.url("live")+"?record="+record+"&page=bbbbbbbb")
		if got := b.header; got.Get("X-Accel-Buffering") != "no" || got.Get("Cache-Control") != "no-store" || !strings.HasPrefix(got.Get("Content-Type"), "text/event-stream") {
			t.Errorf("something may hold the line back: %v", got)
		}
		if cells, _ := b.next("now").Data["cells"].(map[string]any); cells["costs"] != 1.0 {
			t.Errorf("the versions are %v", cells)
		}

		contributor := w.as("the Belgian contributor")
		sits := url.Values{"page": {"aaaaaaaa"}, "record": {record}, "cell": {"costs"}}
		if a := contributor.post(w.url("here"), sits); a.Code != http.StatusNoContent {
			t.Fatalf("saying where one is: %d", a.Code)
		}
		here := b.next("here")
		if here.text("line") != "Also here: the Belgian contributor (in Costs)" || here.of("cells", "costs") != "Here now: the Belgian contributor" {
			t.Errorf("here is %v", here.Data)
		}

		w.cell(t.Context(), record, "costs", "50.000 EUR")
		if s := b.next("saved"); s.text("cell") != "costs" || s.Data["version"] != 2.0 || s.Data["mine"] != false || s.text("done") != "Changed by the Belgian contributor, 10:02" {
			t.Errorf("saved is %v", s.Data)
		}
		l.later.Store(int64(44 * time.Second))
		contributor.post(w.url("here"), url.Values{"page": {"cccccccc"}}) // in another window
		l.later.Store(int64(46 * time.Second))                            // the first page said nothing more
		if here := b.next("here"); here.text("line") != "Also here: the Belgian contributor" {
			t.Errorf("here is %v", here.Data)
		}
	})
}

func TestPagesHearThatTheResponseWasSubmitted(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		record := w.complete()
		live(t, w)
		writes := w.listens(t, "the Belgian contributor", w.url("live")+"?record="+record+"&editable=yes")
		reads := w.listens(t, "the Belgian reader", w.url("live"))
		reads.next("now")
		w.must(w.submitted())
		m := writes.next("moved")
		if m.Data["locked"] != true || !strings.HasPrefix(m.text("words"), "The Belgian coordinator submitted this response at 10:02. Nothing can be changed here now.") {
			t.Errorf("who writes hears %v", m.Data)
		}
		if m := reads.next("moved"); m.text("words") != "The Belgian coordinator submitted this response at 10:02." {
			t.Errorf("who reads hears %v", m.Data)
		}
		late := w.listens(t, "the Belgian contributor", w.url("live")+"?record="+record+"&editable=yes")
		if n := late.next("now"); n.Data["locked"] != true || n.text("words") == "" {
			t.Errorf("who comes back hears %v", n.Data)
		}
		_, err := w.flow.Withdraw(t.Context(), w.actor("the Belgian coordinator"), w.belgium.ID)
		w.must(err)
		after := w.listens(t, "the Belgian contributor", w.url("live")+"?record="+record)
		after.next("now")
		w.must(w.flow.DeleteRecord(t.Context(), w.actor("the Belgian coordinator"), w.belgium.ID, record))
		m = after.next("moved")
		if strings.Contains(m.text("words"), "withdrew") { // told after the line was open
			m = after.next("moved")
		}
		if m.Data["locked"] != true || !strings.Contains(m.text("words"), "deleted this") {
			t.Errorf("who had the record open hears %v", m.Data)
		}
		if n := w.listens(t, "the Belgian contributor", w.url("live")+"?record="+record).next("now"); !strings.Contains(n.text("words"), "was deleted") {
			t.Errorf("who comes back to it hears %v", n.Data)
		}
	})
}

// An NCP's people are known by name to themselves and to whoever enters the
// response for them, who is not known by name to them.
func TestNamesStayInTheNCP(t *testing.T) {
	w := newWorld(t)
	_, err := w.flow.EnterFor(t.Context(), w.actor("the Norwegian coordinator"), w.belgium.ID)
	w.must(err)
	live(t, w)
	for page, who := range map[string]string{"aaaaaaaa": "the Belgian reader", "nnnnnnnn": "the Norwegian coordinator"} {
		if a := w.as(who).post(w.url("here"), url.Values{"page": {page}}); a.Code != http.StatusNoContent {
			t.Fatalf("%s: %d", who, a.Code)
		}
	}
	for who, want := range map[string]string{
		"the Belgian coordinator":   "Also here: the Belgian reader, the requester",
		"the Norwegian coordinator": "Also here: the Belgian reader, you (in another window)",
		"the Belgian reader":        "Also here: you (in another window), the requester",
	} {
		if here := w.listens(t, who, w.url("live")).next("here"); here.text("line") != want {
			t.Errorf("%s reads %q, want %q", who, here.text("line"), want)
		}
	}
}

func TestALineEndsWithTheRightToListen(t *testing.T) {
	for name, end := range map[string]func(*world){
		"signed out": func(w *world) { w.as("the Belgian reader").post("/sign-out", nil) },
		"blocked": func(w *world) {
			w.must(w.flow.Block(w.t.Context(), w.actor("the administrator"), w.actor("the Belgian reader").Person.ID, true))
		},
		"of another NCP now": func(w *world) {
			w.must(w.flow.SetMemberships(w.t.Context(), w.actor("the administrator"), w.actor("the Belgian reader").Person.ID,
				[]models.Membership{{NCP: "FI", Role: models.Reader}}))
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			live(t, w)
			line := w.listens(t, "the Belgian reader", w.url("live"))
			<-line.beats // so far all is well
			end(w)
			line.ends()
		})
	}
}

func TestLinesEndWithTheServerAndAreNotTooMany(t *testing.T) {
	w := newWorld(t)
	l := live(t, w)
	var lines []openLine
	for range 20 {
		lines = append(lines, w.listens(t, "the Belgian reader", w.url("live")))
	}
	if a := w.as("the Belgian reader").get(w.url("live")); a.Code != http.StatusServiceUnavailable {
		t.Errorf("the 21st page of one person: %d", a.Code)
	}
	l.stop()
	for _, line := range lines {
		line.ends()
	}
	if a := w.as("the Belgian reader").get(w.url("live")); a.Code != http.StatusServiceUnavailable {
		t.Errorf("when nobody listens: %d", a.Code)
	}
}

func TestTheListHearsWhatHappensToItsRecords(t *testing.T) {
	w := newWorld(t)
	record := w.complete()
	live(t, w)
	line := w.listens(t, "the Belgian reader", w.url("live"))
	line.next("now")
	w.cell(t.Context(), record, "title", "Another title")
	if s := line.next("saved"); s.text("record") != record || s.text("cell") != "title" {
		t.Errorf("heard %v", s.Data)
	}
	_, err := w.flow.AddRecord(t.Context(), w.actor("the Belgian contributor"), w.belgium.ID, "inland")
	w.must(err)
	if s := line.next("saved"); s.text("record") != "r2" || s.text("cell") != "" {
		t.Errorf("heard %v", s.Data)
	}
	w.as("the Belgian contributor").post(w.url("here"), url.Values{"page": {"aaaaaaaa"}, "record": {record}, "cell": {"title"}})
	if here := line.next("here"); here.text("line") != "Also here: the Belgian contributor (in CAMEROON)" || here.of("records", record) == "" {
		t.Errorf("here is %v", here.Data)
	}
}

func TestAnEditionTellsHowItsPrintingGoes(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		w.complete()
		w.must(w.submitted())
		live(t, w)
		edition, err := w.flow.Compile(t.Context(), w.actor("the compiler"), w.ahq.ID, models.Internal, "it is urgent")
		w.must(err)
		line := w.listens(t, "the compiler", editionURL(edition)+"/live")
		if p := line.next("progress"); p.Data["done"] != 0.0 || p.Data["all"] != float64(workflow.PrintProgressOf(nil).All) || p.Data["ended"] != false {
			t.Errorf("at first %v", p.Data)
		}
		w.as("the compiler").get(editionURL(edition) + "/download/json")
		if p := line.next("progress"); p.Data["done"] != 1.0 {
			t.Errorf("then %v", p.Data)
		}
	})
}
