package workflow

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"ahq/models"
)

// The steps that are not counted from the reply-by date. The last two are in no
// ladder: they come by themselves, or by hand.
const (
	StepIssued   models.StepID = "issued"
	StepReplyBy  models.StepID = "on-the-day"
	StepClosing  models.StepID = "closing"
	StepEdition  models.StepID = "edition"
	StepExpected models.StepID = "expected" // the day has passed by which the NCP said it would answer
	StepByHand   models.StepID = "by-hand"  // the requester reminded of it
)

// Before or after the reply-by date, a step is named by its working days.
const (
	daysBefore = "before-"
	daysAfter  = "after-"
)

// DaysOf is how many working days after the reply-by date a step comes that is
// named by them; before it, the number is negative.
func DaysOf(step models.StepID) (days int, counted bool) {
	for prefix, sign := range map[string]int{daysBefore: -1, daysAfter: 1} {
		if text, is := strings.CutPrefix(string(step), prefix); is {
			n, err := strconv.Atoi(text)
			return sign * n, err == nil
		}
	}
	return 0, false
}

// usual is the ladder of an AHQ without one of its own.
var usual = models.Ladder{
	Steps: []models.Step{
		newStep(models.AtIssue, 0),
		newStep(models.AtReplyBy, -7), newStep(models.AtReplyBy, -2), newStep(models.AtReplyBy, 0),
		newStep(models.AtReplyBy, 3), newStep(models.AtReplyBy, 10),
		newStep(models.AtClosing, -2), newStep(models.AtEdition, 0),
	},
	Most: 8, From: 8, Until: 18,
}

// LadderOf is the ladder of an AHQ, or the usual one. Nobody changes its steps.
func LadderOf(own *models.Ladder) models.Ladder {
	if own == nil {
		return usual
	}
	return *own
}

// newStep is a step with the name that such a step has: a day that is moved is
// another step.
func newStep(anchor models.Anchor, days int) models.Step {
	id := map[models.Anchor]models.StepID{
		models.AtIssue: StepIssued, models.AtEdition: StepEdition, models.AtClosing: StepClosing, models.AtReplyBy: StepReplyBy,
	}[anchor]
	switch {
	case anchor == models.AtReplyBy && days < 0:
		id = models.StepID(daysBefore + strconv.Itoa(-days))
	case anchor == models.AtReplyBy && days > 0:
		id = models.StepID(daysAfter + strconv.Itoa(days))
	}
	return models.Step{ID: id, Anchor: anchor, Days: days}
}

// The bounds of a ladder: nobody is to be pestered, and an AHQ runs for weeks.
const (
	mostSteps    = 20
	farthestStep = 60
	mostLetters  = 30
)

// checkLadder says what is wrong with a ladder.
func checkLadder(l models.Ladder) error {
	switch {
	case len(l.Steps) > mostSteps:
		return invalid("/steps", "keep to %d steps at most", mostSteps)
	case l.Most < 1 || l.Most > mostLetters:
		return invalid("/most", "say how many letters one NCP gets at most: 1 to %d", mostLetters)
	case l.From < 0 || l.Until > 24 || l.From >= l.Until:
		return invalid("/from", "letters go out between two hours of a day: from 8 until 18, say")
	}
	for i, s := range l.Steps {
		at := fmt.Sprintf("/steps/%d", i)
		if err := checkStep(at, s); err != nil {
			return err
		}
		if slices.ContainsFunc(l.Steps[:i], func(o models.Step) bool { return o.ID == s.ID }) {
			return invalid(at, "this step is there twice: leave one out")
		}
	}
	if !slices.ContainsFunc(l.Steps, func(s models.Step) bool { return s.Anchor == models.AtIssue }) {
		return invalid("/steps", "keep the invitation: nobody would know that they are asked")
	}
	return nil
}

func checkStep(at string, s models.Step) error {
	anchors := []models.Anchor{models.AtIssue, models.AtReplyBy, models.AtClosing, models.AtEdition}
	switch {
	case !slices.Contains(anchors, s.Anchor):
		return invalid(at+"/anchor", "count the days from issue, reply-by, closing or edition")
	case s.Anchor != models.AtReplyBy && s.Anchor != models.AtClosing && s.Days != 0:
		return invalid(at+"/days", "this is told when it happens: leave the days at 0")
	case s.Anchor == models.AtClosing && s.Days >= 0:
		return invalid(at+"/days", "say it before the AHQ closes: a number below 0")
	case max(s.Days, -s.Days) > farthestStep:
		return invalid(at+"/days", "keep within %d working days", farthestStep)
	case s.ID != newStep(s.Anchor, s.Days).ID:
		return invalid(at+"/id", "such a step is called %s", newStep(s.Anchor, s.Days).ID)
	}
	return nil
}

// A due is a step on its day, for one NCP.
type due struct {
	step  models.StepID
	about string    // the day that it is about
	day   string    // on which it is taken, where the NCP is
	at    time.Time // not before
}

// dues are the steps of an NCP that have a day, by that day.
func dues(c models.Chased, days *calendar) []due {
	l := LadderOf(c.Ladder)
	var all []due
	add := func(step models.StepID, about string, by int) {
		if about == "" {
			return
		}
		day, at := days.take(stepDay{c.NCP, about, by, l.From})
		all = append(all, due{step, about, day, at})
	}
	add(StepExpected, c.ExpectedBy, 1)
	for _, s := range l.Steps {
		switch s.Anchor {
		case models.AtReplyBy:
			add(s.ID, c.ReplyBy, s.Days)
		case models.AtClosing:
			add(s.ID, c.ClosesOn, s.Days)
		case models.AtIssue, models.AtEdition: // the acts tell
		}
	}
	slices.SortStableFunc(all, func(a, b due) int { return a.at.Compare(b.at) })
	return all
}
