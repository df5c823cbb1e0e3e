package workflow

import (
	"strings"
	"time"
	"unicode"

	ics "github.com/arran4/golang-ical"
)

// CalendarMedia is what a calendar is sent as.
const CalendarMedia = "text/calendar; charset=utf-8"

// CalendarName is what the file with one date is called.
const CalendarName = "reply-by.ics"

// calls are when a calendar calls, counted from the beginning of the day, and
// which text of the catalogue it shows.
var calls = []struct{ trigger, text string }{
	{"-P1DT15H", "alarm-before"}, // at nine in the morning, two days before
	{"PT9H", "alarm-today"},
}

// calendar is days as iCalendar has them, in the order given. The same days are
// the same bytes.
func (w *Workflow) calendar(name string, days ...calendarDay) ([]byte, error) {
	cal := ics.NewCalendarFor("ahq")
	cal.SetProductId("-//ahq//EMN Ad-Hoc Queries//EN")
	cal.SetMethod(ics.MethodPublish)
	cal.SetCalscale("GREGORIAN")
	cal.SetName(oneLine(name))
	cal.SetRefreshInterval(refreshed)
	cal.SetXPublishedTTL(refreshed)
	for _, d := range days {
		e, err := d.event(w.Address(d.path()))
		if err != nil {
			return nil, err
		}
		cal.AddVEvent(e)
	}
	return []byte(cal.Serialize(ics.WithNewLine("\r\n"))), nil
}

// refreshed is how often calendars are asked to look again.
const refreshed = "PT1H"

// event is a whole day, which leaves people free: no clock moves it to another
// day wherever it is read. The page of the day is at that address.
func (d calendarDay) event(page string) (*ics.VEvent, error) {
	summary, err := d.say("summary")
	if err != nil {
		return nil, err
	}
	description, err := d.say("explained")
	if err != nil {
		return nil, err
	}
	e := ics.NewEvent(d.uid())
	e.SetSequence(d.sequence)
	e.SetDtStampTime(d.at)
	e.SetModifiedAt(d.at)
	e.SetProperty(ics.ComponentPropertyDtStart, compactDay(d.day), ics.WithValue(string(ics.ValueDataTypeDate)))
	e.SetProperty(ics.ComponentPropertyDtEnd, compactDay(dayAfter(d.day)), ics.WithValue(string(ics.ValueDataTypeDate)))
	e.SetSummary(oneLine(summary))
	e.SetDescription(description + "\n" + page)
	e.SetURL(page)
	e.SetStatus(d.status())
	e.SetTimeTransparency(ics.TransparencyTransparent)
	if d.stands() != isDue {
		return e, nil
	}
	for _, c := range calls {
		words, err := d.say(c.text)
		if err != nil {
			return nil, err
		}
		alarm := e.AddAlarm()
		alarm.SetAction(ics.ActionDisplay)
		alarm.SetTrigger(c.trigger)
		alarm.SetDescription(oneLine(words))
	}
	return e, nil
}

// compactDay is a day as iCalendar writes it: "20170123".
func compactDay(day string) string { return strings.ReplaceAll(day, "-", "") }

// dayAfter a day: an event ends where the next day begins.
func dayAfter(day string) string {
	d, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return d.AddDate(0, 0, 1).Format(time.DateOnly)
}

// oneLine is a text without signs that no calendar shows.
func oneLine(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, text)
}
