package workflow

import (
	"context"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"
)

// Which jobs somebody wants to see.
const (
	FailedJobs  = "failed"
	WaitingJobs = "waiting"
	DoneJobs    = "done"
)

// jobsWanted are the states that each of them means.
var jobsWanted = map[string][]rivertype.JobState{
	FailedJobs:  {rivertype.JobStateDiscarded, rivertype.JobStateRetryable},
	WaitingJobs: {rivertype.JobStateAvailable, rivertype.JobStatePending, rivertype.JobStateScheduled, rivertype.JobStateRunning},
	DoneJobs:    {rivertype.JobStateCompleted, rivertype.JobStateCancelled},
}

// mostJobs is how many jobs are told of at once.
const mostJobs = 200

// LatestJobs are those that came last, or the last of those that are wanted.
func (w *Workflow) LatestJobs(ctx context.Context, by Actor, wanted string) ([]*rivertype.JobRow, error) {
	if err := by.may(LookAfterJobs, by.Parts()); err != nil {
		return nil, err
	}
	client, err := w.Jobs()
	if err != nil {
		return nil, err
	}
	params := river.NewJobListParams().First(mostJobs).OrderBy(river.JobListOrderByID, river.SortOrderDesc)
	if states := jobsWanted[wanted]; states != nil {
		params = params.States(states...)
	}
	found, err := client.JobList(ctx, params)
	if err != nil {
		return nil, err
	}
	return found.Jobs, nil
}
