package workflow

import (
	"context"
	"errors"
	"sync"
	"time"

	"ahq/models"
)

// Missed is told when notices may have been missed: look at what is stored.
const Missed = "missed"

const (
	mostWatches   = 1000 // in one process
	mostOfOne     = 20   // of one person
	behindBy      = 64   // notices that may wait for who is slow
	longestCalled = 120  // bytes of a name in a notice
)

// ErrUnwatchable is that nobody can watch now: this process does not listen, or
// too many watch already.
var ErrUnwatchable = errors.New("this page cannot follow what others do just now: reload it to see that")

// A lobby is where notices arrive that a process hears, and who waits for them.
// The zero lobby is closed.
type lobby struct {
	mu       sync.Mutex
	open     bool
	presence presence
	watches  map[*Watch]bool
}

// A Watch is somebody who waits to hear of some things.
type Watch struct {
	Notices <-chan models.Notice // closed when they were too slow, or nobody listens any more

	notices chan models.Notice
	of      func(models.Notice) bool
	person  models.PersonID
	lobby   *lobby
}

// Listen hears what happens in any process on this database, until ctx ends; all
// watches end with it.
func (w *Workflow) Listen(ctx context.Context) {
	w.Store.Hear(ctx, w.lobby.begin, func(n models.Notice) { w.lobby.hear(n, w.Now()) })
	w.lobby.end()
}

// WatchResponse is told what happens to a response and its AHQ, and who is in it.
func (w *Workflow) WatchResponse(by Actor, r models.Response) (*Watch, error) {
	return w.lobby.watch(by, func(n models.Notice) bool { return n.Chain == string(r.ID) || n.Chain == string(r.AHQID) })
}

// WatchEdition is told when a file of an edition is printed.
func (w *Workflow) WatchEdition(by Actor, id models.CompilationID) (*Watch, error) {
	return w.lobby.watch(by, func(n models.Notice) bool { return n.Edition == id })
}

// WatchUpload is told how far the reading of a file is.
func (w *Workflow) WatchUpload(by Actor, id models.UploadID) (*Watch, error) {
	return w.lobby.watch(by, func(n models.Notice) bool { return n.Upload == id })
}

func (l *lobby) begin() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.open {
		l.open, l.presence, l.watches = true, presence{}, map[*Watch]bool{}
	}
	for w := range l.watches {
		w.tell(models.Notice{Act: Missed})
	}
}

func (l *lobby) end() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.open = false
	for w := range l.watches {
		w.end()
	}
}

func (l *lobby) hear(n models.Notice, now time.Time) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if n.Act == models.Here || n.Act == models.Gone {
		l.presence.hear(n, now)
	}
	for w := range l.watches {
		if w.of(n) {
			w.tell(n)
		}
	}
}

func (l *lobby) watch(by Actor, of func(models.Notice) bool) (*Watch, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	own := 0
	for w := range l.watches {
		if w.person == by.Person.ID {
			own++
		}
	}
	if !l.open || own >= mostOfOne || len(l.watches) >= mostWatches {
		return nil, ErrUnwatchable
	}
	notices := make(chan models.Notice, behindBy)
	w := &Watch{notices, notices, of, by.Person.ID, l}
	l.watches[w] = true
	return w, nil
}

// tell never waits: who cannot keep up is let go, and looks again.
func (w *Watch) tell(n models.Notice) {
	select {
	case w.notices <- n:
	default:
		w.end()
	}
}

// end is called with the lobby held.
func (w *Watch) end() {
	if w.lobby.watches[w] {
		delete(w.lobby.watches, w)
		close(w.notices)
	}
}

// Close ends a watch.
func (w *Watch) Close() {
	w.lobby.mu.Lock()
	defer w.lobby.mu.Unlock()
	w.end()
}
