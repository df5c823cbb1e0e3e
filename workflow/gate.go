package workflow

import (
	"context"
	"sync"
)

// A gate lets a few in at a time: hashing a password takes 19 MiB and a tenth of
// a second, printing an edition a core for as long, and a crowd at the door must
// not take the whole machine. The zero gate is ready.
type gate struct {
	once  sync.Once
	seats chan struct{}
}

// enter waits for one of so many seats; leave gives it back.
func (g *gate) enter(ctx context.Context, seats int) (leave func(), err error) {
	g.once.Do(func() { g.seats = make(chan struct{}, seats) })
	select {
	case g.seats <- struct{}{}:
		return func() { <-g.seats }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}
