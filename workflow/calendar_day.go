package workflow

import (
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"ahq/models"
)

// A calendarDay is the reply-by date of an AHQ, of one NCP or of all, as somebody
// has it in their calendar.
type calendarDay struct {
	ahq      models.AHQ
	ncp      models.Addressee // the zero one: the date is everybody's
	day      string
	response *models.Response // nil: it is not theirs
	asking   bool             // others have to answer
	sequence int              // more with each change
	at       time.Time        // of the last change
}

// dayOf is the date that holds for an NCP, or, for the zero Addressee, for all.
func dayOf(a models.AHQ, x models.Addressee, at time.Time) calendarDay {
	return calendarDay{ahq: a, ncp: x, day: a.Due(x), sequence: a.Version, at: at}
}

// answeredBy is the day with what the NCP has done by then.
func (d calendarDay) answeredBy(r models.Response) calendarDay {
	d.response = &r
	d.sequence += r.Version
	for _, moved := range []*time.Time{r.SubmittedAt, r.DeclinedAt, r.ReturnedAt} {
		if moved != nil && moved.After(d.at) {
			d.at = *moved
		}
	}
	return d
}

// ofOthers is the day for who waits for the answer.
func (d calendarDay) ofOthers() calendarDay {
	d.asking = true
	return d
}

// uid stays the same for as long as the AHQ is there, whatever happens to the
// date. NCPs do not share one: each can have a day of its own.
func (d calendarDay) uid() string {
	if d.ncp.NCP == "" {
		return string(d.ahq.ID) + "@ahq"
	}
	return string(d.ahq.ID) + "-" + strings.ToLower(d.ncp.NCP) + "@ahq"
}

// A standing is what a day in a calendar means to who has it.
type standing string

// The standings of a day: what each is called stands in the catalogue.
const (
	isDue       standing = "due"
	isAsked     standing = "asked" // others have to answer
	isHandedIn  standing = "handed-in"
	isNothing   standing = "nothing-to-report"
	isOver      standing = "over"
	isCancelled standing = "cancelled"
)

func (d calendarDay) stands() standing {
	switch {
	case d.ahq.State == models.Cancelled:
		return isCancelled
	case d.response != nil && d.response.DeclinedAt != nil:
		return isNothing
	case d.response != nil && d.response.State != models.Draft:
		return isHandedIn
	case d.ahq.State == models.Closed:
		return isOver
	case d.asking:
		return isAsked
	default:
		return isDue
	}
}

// say is a text of the catalogue about this day.
func (d calendarDay) say(id string) (string, error) {
	what, err := say("calendar."+string(d.stands()), nil)
	if err != nil {
		return "", err
	}
	return say("calendar."+id, with{
		"What": what, "Reference": reference(d.ahq), "Topic": d.ahq.Topic, "NCP": d.ncp.Name, "Day": isoDay(d.day),
	})
}

func (d calendarDay) status() ics.ObjectStatus {
	if d.ahq.State == models.Cancelled {
		return ics.ObjectStatusCancelled
	}
	return ics.ObjectStatusConfirmed
}

// path of the page where one can do something about it.
func (d calendarDay) path() string {
	if d.response != nil {
		return "/responses/" + string(d.response.ID)
	}
	return "/ahqs/" + string(d.ahq.ID)
}
