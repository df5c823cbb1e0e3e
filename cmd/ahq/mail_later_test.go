package main

import (
	"net"
	"testing"
	"time"

	"ahq/models"
	"ahq/models/modelstest"
)

// What does not go out at once goes out later, by itself, and once.
func TestMailThatIsPutOffArrivesOnce(t *testing.T) {
	t.Parallel()
	for name, database := range map[string]func(testing.TB) string{
		"sqlite": func(testing.TB) string { return "" }, "postgres": modelstest.PostgresURL,
	} {
		t.Run(name+", to a server that greylists", func(t *testing.T) {
			t.Parallel()
			at := storage{Data: t.TempDir(), Database: database(t)}
			write(t, at)
			s := startSink(t)
			s.behaves(manner{rcpt: firstTime(func() error { return says(451, [3]int{4, 7, 1}, "try again later") })})
			serveMail(t, at, s)
			arrivedOnce(t, at, s)
		})
		t.Run(name+", to a server that is down", func(t *testing.T) {
			t.Parallel()
			at := storage{Data: t.TempDir(), Database: database(t)}
			write(t, at)
			first := listensAt(t, "127.0.0.1:0")
			s := &sink{url: "smtp://" + first.Addr().String()}
			if err := first.Close(); err != nil {
				t.Fatal(err)
			}
			serveMail(t, at, s)
			someFailed(t, at)
			s.serve(t, listensAt(t, first.Addr().String()))
			arrivedOnce(t, at, s)
		})
	}
}

func listensAt(t *testing.T, address string) net.Listener {
	t.Helper()
	l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// firstTime refuses each address once.
func firstTime(refuse func() error) func(string) error {
	seen := map[string]bool{}
	return func(to string) error {
		if seen[to] {
			return nil
		}
		seen[to] = true
		return refuse()
	}
}

// arrivedOnce waits for all messages: each came, once, and is marked.
func arrivedOnce(t *testing.T, at storage, s *sink) {
	t.Helper()
	s.waits(t, posted, 90*time.Second)
	allMarked(t, at)
	for id, times := range s.took() {
		if times != 1 {
			t.Errorf("%s came %d times", id, times)
		}
	}
}

// someFailed waits until it is written down that a message could not be sent.
func someFailed(t *testing.T, at storage) {
	t.Helper()
	inStore(t, at, func(store *models.Store) {
		for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
			all, err := store.Messages(t.Context(), posted)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range all {
				if m.Failed != "" && m.BouncedAt == nil {
					return
				}
			}
		}
		t.Fatal("nothing is said of a server that is down")
	})
}
