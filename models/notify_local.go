package models

import (
	"context"
	"slices"
	"sync"
)

// Listeners are all in this process who hear: SQLite serves one process, so nobody
// else needs to. The zero value is ready.
type listeners struct {
	mu      sync.Mutex
	hearing []*func(string)
}

// tell calls all of them, one notice after the other.
func (l *listeners) tell(_ context.Context, _ executor, lines []string) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, line := range lines {
		for _, hear := range l.hearing {
			(*hear)(line)
		}
	}
	return nil
}

// hear hears until ctx ends.
func (l *listeners) hear(ctx context.Context, begin func(), hear func(string)) {
	l.mu.Lock()
	l.hearing = append(l.hearing, &hear)
	begin()
	l.mu.Unlock()
	<-ctx.Done()
	l.mu.Lock()
	defer l.mu.Unlock()
	l.hearing = slices.DeleteFunc(l.hearing, func(other *func(string)) bool { return other == &hear })
}
