package workflow

import (
	"context"
	"database/sql"
	"sync"

	"github.com/riverqueue/river"
)

// enqueue has something done after this turn, or not at all if it fails.
func (t *turn) enqueue(ctx context.Context, args river.JobArgs) error {
	client, err := t.flow.queue.open(t.flow)
	if err != nil {
		return err
	}
	_, err = client.InsertTx(ctx, t.SQL(), args, nil)
	return err
}

// Start works on jobs until Stop.
func (w *Workflow) Start(ctx context.Context) error {
	client, err := w.queue.open(w)
	if err != nil {
		return err
	}
	return client.Start(ctx)
}

// Stop lets the jobs finish that have begun. Without a Start it does nothing.
func (w *Workflow) Stop(ctx context.Context) error {
	client, err := w.queue.open(w)
	if err != nil {
		return err
	}
	return client.Stop(ctx)
}

// A queue is the client of the job queue, made when it is first needed. The zero
// queue is ready.
type queue struct {
	once   sync.Once
	client *river.Client[*sql.Tx]
	err    error
}

func (q *queue) open(w *Workflow) (*river.Client[*sql.Tx], error) {
	q.once.Do(func() {
		workers := river.NewWorkers()
		var periodic []*river.PeriodicJob
		for _, j := range jobs() {
			j.register(workers, w)
			if j.every > 0 {
				periodic = append(periodic, j.periodic())
			}
		}
		q.client, q.err = river.NewClient(w.Store.Jobs(), &river.Config{
			Workers:      workers,
			PeriodicJobs: periodic,
			Queues:       map[string]river.QueueConfig{river.QueueDefault: {MaxWorkers: 4}},
		})
	})
	return q.client, q.err
}
