package workflow

import (
	"context"
	"time"

	"ahq/models"
)

// Expect lets an NCP say by when its answer can be expected, with a word if it
// likes: it is not reminded until then, and once when that day has passed.
// Without a day it takes back what it said.
func (w *Workflow) Expect(ctx context.Context, by Actor, id models.ResponseID, day, word string) (models.Chasing, error) {
	return perform(ctx, w, by, Expect, given{id, day, word}, func(t *turn) (c models.Chasing, err error) {
		r, a, err := t.lockResponse(ctx, id, Expect)
		if err != nil {
			return c, err
		}
		if r.State, err = next(moves, r.State, Expect); err != nil {
			return c, err
		}
		if a.State != models.Open {
			return c, t.firstRefused(ctx, a, Expect)
		}
		if err := checkExpected(day, t.now); err != nil {
			return c, err
		}
		if word, err = normalWord("/word", word); err != nil {
			return c, err
		}
		if c, err = t.Chasing(ctx, models.Scope{Unlimited: true}, a.ID, r.NCP); err != nil {
			return c, err
		}
		if c.ExpectedBy, c.ExpectedWord = day, word; day == "" {
			c.ExpectedWord = ""
		}
		if err := t.SaveChasing(ctx, c); err != nil {
			return c, err
		}
		return c, t.moveResponse(ctx, &r, Expect, models.EventData{Day: day, Why: c.ExpectedWord})
	})
}

// latestExpected is how far ahead an answer can be expected, in days.
const latestExpected = 366

// checkExpected says what is wrong with the day by which an answer is expected:
// it can be today, and not in some other year.
func checkExpected(day string, now time.Time) error {
	if day == "" {
		return nil
	}
	if err := checkReal("/expected_by", day); err != nil {
		return err
	}
	switch {
	case day < Day(now):
		return invalid("/expected_by", "%s is over: choose a day to come", longDay(day))
	case day > Day(now.AddDate(0, 0, latestExpected)):
		return invalid("/expected_by", "%s is more than a year away: choose an earlier day", longDay(day))
	}
	return nil
}
