package workflow

import (
	"context"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"
)

// JobsWanted says which jobs somebody wants to see.
type JobsWanted string

// The jobs that can be wanted.
const (
	AllJobs     JobsWanted = ""
	FailedJobs  JobsWanted = "failed"
	WaitingJobs JobsWanted = "waiting"
	DoneJobs    JobsWanted = "done"
)

// jobsWanted are the states that each of them means; none is any.
var jobsWanted = map[JobsWanted][]rivertype.JobState{
	AllJobs:     nil,
	FailedJobs:  {rivertype.JobStateDiscarded, rivertype.JobStateRetryable},
	WaitingJobs: {rivertype.JobStateAvailable, rivertype.JobStatePending, rivertype.JobStateScheduled, rivertype.JobStateRunning},
	DoneJobs:    {rivertype.JobStateCompleted, rivertype.JobStateCancelled},
}

// mostJobs is how many jobs are told of at once.
const mostJobs = 200

// LatestJobs are the last of those that are wanted.
func (w *Workflow) LatestJobs(ctx context.Context, by Actor, wanted JobsWanted) ([]*rivertype.JobRow, error) {
	if err := by.may(LookAfterJobs, by.Parts()); err != nil {
		return nil, err
	}
	states, known := jobsWanted[wanted]
	if !known {
		return nil, invalid("/state", "there are no jobs called %q: choose %s, %s, %s, or all", wanted, FailedJobs, WaitingJobs, DoneJobs)
	}
	client, err := w.Jobs()
	if err != nil {
		return nil, err
	}
	params := river.NewJobListParams().First(mostJobs).OrderBy(river.JobListOrderByID, river.SortOrderDesc)
	if len(states) > 0 {
		params = params.States(states...)
	}
	found, err := client.JobList(ctx, params)
	if err != nil {
		return nil, err
	}
	return found.Jobs, nil
}
