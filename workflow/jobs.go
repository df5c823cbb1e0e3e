package workflow

import (
	"context"
	"time"

	"github.com/riverqueue/river"

	"ahq/models"
)

// jobs is everything that happens behind the scenes. A job may run twice, so it
// looks before it acts; what is due is found by a query, never by counting ticks.
// It is a function, because some jobs ask for others.
func jobs() []job {
	return []job{
		on((*Workflow).sendMessage),
		on((*Workflow).printEdition),
		on((*Workflow).sendDelivery),
		on((*Workflow).readUpload),
		every(time.Minute, (*Workflow).chase),
		every(time.Minute, (*Workflow).lookForUnsent),
		every(time.Minute, (*Workflow).closeOver),
		every(time.Hour, (*Workflow).forgetSessions),
		every(time.Hour, (*Workflow).forgetKeys),
		every(time.Hour, (*Workflow).forgetUploads),
	}
}

// sessionsArgs: forget the sessions that have expired.
type sessionsArgs struct{}

// keysArgs: forget what was done under Idempotency-Keys long ago.
type keysArgs struct{}

// closeArgs: close the AHQs whose day to close by themselves is over.
type closeArgs struct{}

// Kind names the job in the queue.
func (closeArgs) Kind() string { return "close" }

// Kind names the job in the queue.
func (keysArgs) Kind() string { return "forget-keys" }

// Kind names the job in the queue.
func (sessionsArgs) Kind() string { return "forget-sessions" }

// remembered is how long a request can be sent again and be answered like the
// first time.
const remembered = 7 * 24 * time.Hour

func (w *Workflow) forgetKeys(ctx context.Context, _ keysArgs) error {
	return w.Store.Tx(ctx, func(tx *models.Tx) error { return tx.Forget(ctx, w.Now().Add(-remembered)) })
}

func (w *Workflow) forgetSessions(ctx context.Context, _ sessionsArgs) error {
	return w.Store.Sessions().Clean(ctx)
}

// A job is one kind of work: what does it, and how often it comes by itself.
type job struct {
	register func(*river.Workers, *Workflow)
	args     river.JobArgs
	every    time.Duration
}

// on is a job that an act asks for.
func on[A river.JobArgs](do func(*Workflow, context.Context, A) error) job {
	var args A
	return job{args: args, register: func(workers *river.Workers, w *Workflow) {
		river.AddWorker(workers, river.WorkFunc(func(ctx context.Context, j *river.Job[A]) error {
			return do(w, ctx, j.Args)
		}))
	}}
}

// every is a job that comes by itself, and once at the start.
func every[A river.JobArgs](interval time.Duration, do func(*Workflow, context.Context, A) error) job {
	j := on(do)
	j.every = interval
	return j
}

func (j job) periodic() *river.PeriodicJob {
	return river.NewPeriodicJob(river.PeriodicInterval(j.every),
		func() (river.JobArgs, *river.InsertOpts) { return j.args, nil },
		&river.PeriodicJobOpts{RunOnStart: true})
}
