package handlers

import (
	"fmt"
	"time"

	"ahq/models"
)

// A timeline draws when answers came, against the day they were due, with all it
// says in a table beside it. It is drawn in percent across and in pixels down, so
// that its words keep their size on any screen.
type timeline struct {
	Words  phrase // what it shows, for those who do not see it
	Due    drawnDay
	Steps  []drawnStep
	Points []drawnPoint
	From   string // its first and its last day
	To     string
	Days   []arrivalDay
}

// A drawnDay stands upright on a day. Its words stand on the side that has room.
type drawnDay struct {
	Day  string
	X    string
	Side string // start, end: of the words, at the line
}

// A drawnStep is a line.
type drawnStep struct{ X1, X2, Y1, Y2 string }

// A drawnPoint is one day on which answers came.
type drawnPoint struct {
	X, Y string
	Late bool
}

// An arrivalDay is how many came on a day, and how many there are then.
type arrivalDay struct {
	Day       string
	Came, All int
	Late      int
}

// The frame that a timeline is drawn in.
const (
	timelineTop    = 24
	timelineBottom = 150
	timelineLeft   = 2 // percent
	timelineWidth  = 96
)

// timeline of the arrivals at an AHQ, by day in Brussels.
func (d ahqDesk) timeline(arrivals []models.Arrival, in *time.Location) *timeline {
	if len(arrivals) == 0 {
		return nil
	}
	from := d.AHQ.IssuedAt.In(in).Format(time.DateOnly)
	t := timeline{From: from, Days: arrivalDays(arrivals, in)}
	last := t.Days[len(t.Days)-1]
	t.To = max(last.Day, d.AHQ.ReplyBy)
	t.Words = say("timeline.words", "Count", last.All, "From", isoDay(t.Days[0].Day), "To", isoDay(last.Day), "Due", isoDay(d.AHQ.ReplyBy))
	t.draw(d.AHQ.ReplyBy)
	return &t
}

// arrivalDays count arrivals by day; they are in order.
func arrivalDays(arrivals []models.Arrival, in *time.Location) []arrivalDay {
	var days []arrivalDay
	for i, a := range arrivals {
		day := a.SubmittedAt.In(in).Format(time.DateOnly)
		if len(days) == 0 || days[len(days)-1].Day != day {
			days = append(days, arrivalDay{Day: day})
		}
		now := &days[len(days)-1]
		now.Came, now.All = now.Came+1, i+1
		if a.Late {
			now.Late++
		}
	}
	return days
}

// draw puts the days into the frame: a line that rises with each.
func (t *timeline) draw(due string) {
	days, _ := daysLeft(t.To, t.From)
	span := max(days, 1)
	across := func(day string) string {
		since, _ := daysLeft(day, t.From)
		return fmt.Sprintf("%.1f%%", timelineLeft+timelineWidth*float64(since)/float64(span))
	}
	most := t.Days[len(t.Days)-1].All
	down := func(n int) string {
		return fmt.Sprint(timelineBottom - (timelineBottom-timelineTop)*n/most)
	}
	x, y := across(t.From), down(0)
	for _, day := range t.Days {
		nextX, nextY := across(day.Day), down(day.All)
		t.Steps = append(t.Steps, drawnStep{x, nextX, y, y}, drawnStep{nextX, nextX, y, nextY})
		t.Points = append(t.Points, drawnPoint{nextX, nextY, day.Late > 0})
		x, y = nextX, nextY
	}
	t.Steps = append(t.Steps, drawnStep{x, across(t.To), y, y})
	t.Due = drawnDay{due, across(due), "end"}
	if until, _ := daysLeft(due, t.From); until*2 < span {
		t.Due.Side = "start"
	}
}
