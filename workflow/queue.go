package workflow

import (
	"context"
	"database/sql"
	"sync"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"
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

// enqueueAll is enqueue, for many at once.
func (t *turn) enqueueAll(ctx context.Context, all []river.JobArgs) error {
	client, err := t.flow.queue.open(t.flow)
	if err != nil {
		return err
	}
	_, err = client.InsertManyTx(ctx, t.SQL(), inserts(all))
	return err
}

// inserts are jobs as the queue takes them.
func inserts(all []river.JobArgs) []river.InsertManyParams {
	params := make([]river.InsertManyParams, len(all))
	for i, args := range all {
		params[i] = river.InsertManyParams{Args: args}
	}
	return params
}

// Jobs is the job queue, for who looks after it.
func (w *Workflow) Jobs() (*river.Client[*sql.Tx], error) { return w.queue.open(w) }

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

// soon is how long jobs that are enqueued one after another wait for each other.
const soon = 20 * time.Millisecond

// apart is the most by which the clocks of two machines may differ.
const apart = 5 * time.Minute

// abandoned is the age at which a job that nobody ended is begun again: the
// process that had it was killed. Who looks goes by its own clock, and the age
// is by that of the database: a job that still runs must not look abandoned to a
// clock that is ahead.
const abandoned = apart + river.JobTimeoutDefault

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
			RetryPolicy:  capped{},
			Queues:       queues,
			// A job starts at once, also just after another one did.
			FetchCooldown:        soon,
			RescueStuckJobsAfter: abandoned,
		})
	})
	return q.client, q.err
}

// queues are how much is done at once, of what. Somebody looks on while a file is
// read; where the database cannot call, it is asked often.
var queues = map[string]river.QueueConfig{
	river.QueueDefault: {MaxWorkers: 4},
	mailQueue:          {MaxWorkers: mailers},
	readingQueue:       {MaxWorkers: 1, FetchPollInterval: 200 * time.Millisecond},
}

// mailQueue is of its own: a mail server that stalls keeps nothing else waiting.
const mailQueue = "mail"

// mailers is how many messages are sent at once, each on a connection of its own.
const mailers = 4

// longestPause is the most that passes before something is tried again.
const longestPause = 15 * time.Minute

// capped are the retries of River, later and later, but not beyond the longest
// pause: what was down for a day is not waited for much longer than that.
type capped struct{}

// NextRetry is when a job that failed is done again.
func (capped) NextRetry(j *rivertype.JobRow) time.Time {
	next, last := (&river.DefaultClientRetryPolicy{}).NextRetry(j), time.Now().Add(longestPause)
	if next.After(last) {
		return last
	}
	return next
}
