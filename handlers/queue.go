package handlers

import (
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/riverqueue/river/rivertype"

	"ahq/workflow"
)

// A queuePage tells what runs behind the scenes: what failed first.
type queuePage struct {
	States []choice
	Rows   []jobRow
	Failed int // of those that are shown
	River  string
}

// A jobRow is one job.
type jobRow struct {
	ID       int64
	Kind     string
	State    label
	At       time.Time // it was begun last, or is to be begun
	Attempts phrase
	Why      string // it failed last
}

// Title of the page.
func (p queuePage) Title() phrase { return say("queue.title") }

// jobStates are how a job can be, those that need somebody first.
var jobStates = []struct {
	is    rivertype.JobState
	label label
}{
	{rivertype.JobStateDiscarded, label{say("queue.discarded"), urgent}},
	{rivertype.JobStateRetryable, label{say("queue.retryable"), urgent}},
	{rivertype.JobStateRunning, label{say("queue.running"), going}},
	{rivertype.JobStateAvailable, label{say("queue.available"), going}},
	{rivertype.JobStatePending, label{say("queue.available"), going}},
	{rivertype.JobStateScheduled, label{say("queue.scheduled"), quiet}},
	{rivertype.JobStateCancelled, label{say("queue.cancelled"), quiet}},
	{rivertype.JobStateCompleted, label{say("queue.completed"), good}},
}

// queueChoices narrow the list.
var queueChoices = []choice{
	{Value: string(workflow.AllJobs), Text: say("queue.all")}, {Value: string(workflow.FailedJobs), Text: say("queue.failed")},
	{Value: string(workflow.WaitingJobs), Text: say("queue.waiting")}, {Value: string(workflow.DoneJobs), Text: say("queue.done")},
}

// queue is a page that needs no script, beside the one that River brings along.
func (s *Server) queue(c *gin.Context) error {
	found, err := s.Flow.LatestJobs(c.Request.Context(), actor(c), workflow.JobsWanted(c.Query("state")))
	if err != nil {
		return err
	}
	page := queuePage{States: chosen(queueChoices, c.Query("state")), River: jobsAt + "/"}
	for _, job := range found {
		page.Rows = append(page.Rows, rowOfJob(job))
		if failedJob(job) {
			page.Failed++
		}
	}
	return s.html(c, http.StatusOK, "queue", page)
}

func failedJob(job *rivertype.JobRow) bool {
	return job.State == rivertype.JobStateDiscarded || job.State == rivertype.JobStateRetryable
}

func rowOfJob(job *rivertype.JobRow) jobRow {
	row := jobRow{ID: job.ID, Kind: job.Kind, At: job.ScheduledAt, Attempts: say("queue.attempts", "Attempt", job.Attempt, "Most", job.MaxAttempts)}
	if job.AttemptedAt != nil {
		row.At = *job.AttemptedAt
	}
	for _, state := range jobStates {
		if state.is == job.State {
			row.State = state.label
		}
	}
	if len(job.Errors) > 0 {
		row.Why = shortened(job.Errors[len(job.Errors)-1].Error, longestFailure)
	}
	return row
}

// longestFailure is how much of an error is told in the list.
const longestFailure = 300
