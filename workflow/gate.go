package workflow

import (
	"context"
	"sync"
)

// A gate lets two in at a time: hashing a password takes 19 MiB and a tenth of
// a second, and a crowd at the door must not take the whole machine. The zero
// gate is ready.
type gate struct {
	once  sync.Once
	seats chan struct{}
}

// enter waits for a seat; leave gives it back.
func (g *gate) enter(ctx context.Context) (leave func(), err error) {
	g.once.Do(func() { g.seats = make(chan struct{}, 2) })
	select {
	case g.seats <- struct{}{}:
		return func() { <-g.seats }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}
